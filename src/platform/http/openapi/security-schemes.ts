import { BUILT_IN_SCOPES } from '../../../shared/authz/scopes.js';
import { sessionCookieName } from '../../../shared/authz/session-cookie-name.js';
import type { Access } from '../../../shared/authz/access.js';
import type { OpenApiSettings, Operation, SecurityScheme } from './document.types.js';

type Requirement = NonNullable<Operation['security']>[number];

export function securitySchemes(settings: OpenApiSettings): Record<string, SecurityScheme> {
  return {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: `A personal or application token (\`${settings.tokenPrefix}_pat_…\`, \`${settings.tokenPrefix}_app_…\`) or a JWT (RFC 9068, handled as RFC8725 says). RFC 6750; in the header only.`,
    },
    clientCredentials: {
      type: 'oauth2',
      description:
        'A token for an application, got with its client id and secret (RFC 6749 §4.4); a JWT of it follows RFC8725.',
      flows: { clientCredentials: { tokenUrl: `${settings.publicUrl}/oauth/token`, scopes: { ...BUILT_IN_SCOPES } } },
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: sessionCookieName(settings.cookie),
      description: `The cookie of a signed-in person, set by \`POST ${settings.apiPrefix}/auth/login\`. Unsafe methods need a same-origin or allowed \`Origin\`.`,
    },
    secret: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: `\`Secret ${settings.tokenPrefix}_sec_…\`: a client secret, on the few calls that take one.`,
    },
    client: {
      type: 'http',
      scheme: 'basic',
      description:
        'Client id and secret of an application, each form-encoded (RFC 6749 §2.3.1). They may be sent in the form instead, never both.',
    },
  };
}

/** The schemes that a route with this access accepts; a call needs one of them. */
export function securityOf(access: Access): Requirement[] {
  switch (access.to) {
    case 'public':
      return [];
    case 'principal':
      return [{ bearer: [] }, { clientCredentials: [] }, { session: [] }];
    case 'scopes':
      return [{ bearer: [] }, { clientCredentials: [...access.scopes] }, { session: [] }];
    case 'session':
      return [{ session: [] }];
    case 'secret':
      return [{ secret: [] }];
  }
}
