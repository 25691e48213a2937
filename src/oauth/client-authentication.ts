import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requestContextOf } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { OAuthError } from '../shared/errors/oauth-error.js';
import { CredentialCheck } from '../principals/credential-check.service.js';
import { SignInLimits } from '../principals/limits/sign-in-limits.service.js';
import { presentedCredential } from '../principals/presented-credential.js';
import { Refusal } from '../principals/refusal.js';
import { Refusals } from '../principals/refusals.service.js';
import { invalidRequest, type OAuthForm } from './oauth-form.js';

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Authenticates an application by its client id and secret: with HTTP Basic or in the form, never both (RFC 6749 §2.3). */
@Injectable()
export class ClientAuthentication {
  constructor(
    private readonly check: CredentialCheck,
    private readonly refusals: Refusals,
    private readonly limits: SignInLimits,
  ) {}

  async require(request: FastifyRequest, form: OAuthForm): Promise<Principal> {
    const credentials = clientCredentials(request, form);
    if (credentials === null) throw invalidClient('Client authentication is missing.');
    const { clientId, clientSecret } = credentials;
    const context = requestContextOf(request);
    const result = await this.check.secret(clientSecret);
    if (!(result instanceof Refusal) && result.credential.clientId === clientId) return result;
    // Only failures are counted, after the fact: nobody guesses 256 random bits, and a valid client must never wait.
    await this.limits.requireRoom('client', clientId, context.address);
    await this.limits.failed('client', clientId, context.address);
    this.refusals.audit(result instanceof Refusal ? result : new Refusal('unknown'), context);
    throw invalidClient('The client id or the client secret is wrong.');
  }
}

/** RFC 6749 §5.2: 401, with a challenge for the scheme that a client can use. */
export function invalidClient(description: string): OAuthError {
  return new OAuthError(401, 'invalid_client', description, { challenge: 'Basic realm="gatehouse", charset="UTF-8"' });
}

function clientCredentials(request: FastifyRequest, form: OAuthForm): ClientCredentials | null {
  const presented = presentedCredential(request, []);
  const id = form.get('client_id');
  const secret = form.get('client_secret');
  if (presented.scheme === 'none')
    return id === undefined || secret === undefined ? null : { clientId: id, clientSecret: secret };
  if (presented.scheme !== 'basic') throw invalidClient('Authenticate the client with HTTP Basic, or in the form.');
  if (secret !== undefined)
    throw invalidRequest('Authenticate the client once: with HTTP Basic or in the form, not both.');
  const basic = basicCredentials(presented.value);
  if (id !== undefined && id !== basic.clientId)
    throw invalidRequest('client_id differs from the one in the Authorization header.');
  return basic;
}

/** `id:secret`, each form-encoded before they were base64-encoded (RFC 6749 §2.3.1). The first colon separates them. */
export function basicCredentials(encoded: string): ClientCredentials {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw invalidRequest('The Basic credentials hold no colon.');
  return { clientId: formDecoded(text.slice(0, colon)), clientSecret: formDecoded(text.slice(colon + 1)) };
}

/** A text that can't be decoded was never encoded: many clients send plain text. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
