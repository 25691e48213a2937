/**
 * The OpenAPI 3.1 document, made from the controllers, their DTOs and their declared access, and its Swagger UI. The DTOs say
 * what a single call takes and answers.
 */
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import metadata from '../../../metadata.js';
import { completeOperation } from './complete-operation.js';
import { withEntityTag } from './conditional-edits.js';
import { declaredRoutes, routeKey } from './declared-routes.js';
import { errorComponents } from './error-responses.js';
import { errorSchemas } from './error-schemas.js';
import { withNullExamples } from './null-examples.js';
import { securitySchemes } from './security-schemes.js';
import { withSortedEnums } from './sorted-enums.js';
import { serveSwaggerUi } from './swagger-ui.js';
import { TASKS } from './tags.js';
import { withValidatedBounds } from './validated-bounds.js';
import { GATEHOUSE_VERSION } from './version.js';
import type { DeclaredRoute, OpenApiSettings, Operation, PathItem } from './document.types.js';

const DESCRIPTION = `A self-hosted access-token authority for API platforms: tokens, applications, users, and who may do what.

**Start here.** Sign in, or send \`Authorization: Bearer <token>\`. \`GET …/auth/me\` says who you are and what you may do.
\`POST …/tokens\` makes a token for yourself. \`POST …/applications\` makes an API key: a client id and a secret, which a program
exchanges for access tokens at \`POST /oauth/token\`. Your API asks \`POST /oauth/introspect\` what a token may do; a reverse proxy
in front of it asks \`/verify\`.

**An example from end to end.** A person makes an API key, a program gets a token with it, and your API asks what the token may
do. It needs \`curl\` and \`jq\`, and your user name and password in \`USERNAME\` and \`PASSWORD\`.

\`\`\`bash
GATE=PUBLIC_URL
PERSON=$(curl -s $GATE/api/auth/token -d grant_type=client_credentials \\
  --data-urlencode "client_id=$USERNAME" --data-urlencode "client_secret=$PASSWORD" | jq -r .access_token)
CLIENT=$(curl -s $GATE/api/applications -H "Authorization: Bearer $PERSON" -H 'Content-Type: application/json' \\
  -d '{"name": "Order sync", "scopes": ["projects:read"], "issueToken": false}' | jq -r '.clientId + ":" + .clientSecret')
TOKEN=$(curl -s $GATE/oauth/token -u "$CLIENT" -d grant_type=client_credentials | jq -r .access_token)
curl -s $GATE/oauth/introspect -u "$CLIENT" -d "token=$TOKEN"
\`\`\`

The last call answers \`{"active": true, "scope": "projects:read", …}\`.

**Credentials.** Send one per request. Each call names the kinds of credential and the scopes that it takes. The service shows a
secret only once.

**Lists** come in pages: send \`nextCursor\` as \`cursor\` until it is null. **Times** are RFC 3339 in UTC, **ids** are UUIDs.
Unknown fields are refused.

**Errors** are problem documents (RFC 9457) with a stable \`code\`. The OAuth endpoints answer with the errors of RFC 6749.`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** For a route that accepts any method, Swagger's scanner makes one operation per method; one is enough for readers. */
const ANY_METHOD_SUFFIX = /_(get|post|put|delete|patch|options|head|search|query)$/;

/** Serves the document at /docs/openapi.json and Swagger UI at /docs, unless the settings close them. Call before init. */
export function setUpOpenApi(app: INestApplication, settings: OpenApiSettings & { readonly docs: boolean }): void {
  if (!settings.docs) return;
  let document: Promise<OpenAPIObject> | undefined;
  serveSwaggerUi(app, () => (document ??= buildOpenApi(app, settings)), settings);
}

export async function buildOpenApi(app: INestApplication, settings: OpenApiSettings): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const document = SwaggerModule.createDocument(app, outline(settings), {
    operationIdFactory: routeKey,
    autoTagControllers: false,
  });
  const scanned = withSortedEnums(withNullExamples(await withValidatedBounds(document)));
  const paths = completePaths(scanned, declaredRoutes(app));
  return {
    ...scanned,
    tags: Object.entries(TASKS).map(([name, { description }]) => ({ name, description })),
    paths,
    components: {
      ...scanned.components,
      securitySchemes: securitySchemes(settings),
      schemas: { ...scanned.components?.schemas, ...errorSchemas(settings.publicUrl) },
      responses: errorComponents(paths, settings.publicUrl),
    },
  };
}

function outline(settings: OpenApiSettings): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Gatehouse')
    .setDescription(
      DESCRIPTION.replace('PUBLIC_URL', settings.publicUrl).replaceAll('$GATE/api', `$GATE${settings.apiPrefix}`),
    )
    .setVersion(GATEHOUSE_VERSION)
    .setExternalDoc('Every error code, and what to do about it', `${settings.publicUrl}/docs/errors`)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(settings.publicUrl, 'The production server.', undefined, { 'x-internal': false })
    .build();
}

function completePaths(document: OpenAPIObject, routes: ReadonlyMap<string, DeclaredRoute>): Record<string, PathItem> {
  const paths = Object.entries(document.paths).map(([path, item]): [string, PathItem] => {
    const operations = METHODS.flatMap((method): [string, Operation][] => {
      const operation = item[method];
      if (operation === undefined || isRepeated(operation)) return [];
      const key = (operation.operationId ?? '').replace(ANY_METHOD_SUFFIX, '');
      const route = routes.get(key);
      if (route === undefined) throw new Error(`no declared route for ${method} ${path} (${key})`);
      return [[method, completeOperation(operation, route)]];
    });
    return [path, withEntityTag(Object.fromEntries(operations))];
  });
  return Object.fromEntries(paths);
}

function isRepeated(operation: Operation): boolean {
  const suffix = ANY_METHOD_SUFFIX.exec(operation.operationId ?? '')?.[1];
  return suffix !== undefined && suffix !== 'get';
}
