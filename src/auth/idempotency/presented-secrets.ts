import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CredentialFormat } from '../../shared/crypto/credential-format.js';
import { basicCredentials } from '../../oauth/client-authentication.js';
import { presentedCredential } from '../../principals/presented-credential.js';

/**
 * The client secret of a request to an OAuth endpoint, which judges it itself. Passwords are left out: they are weak, so nothing
 * is kept under one.
 */
@Injectable()
export class PresentedSecrets {
  constructor(private readonly format: CredentialFormat) {}

  secretOf(request: FastifyRequest): string | null {
    const value = presentedSecret(request);
    return typeof value === 'string' && this.format.kindOf(value) === 'sec' ? value : null;
  }
}

function presentedSecret(request: FastifyRequest): unknown {
  const presented = presentedCredential(request, []);
  if (presented.scheme === 'secret') return presented.value;
  if (presented.scheme === 'basic') return basicCredentials(presented.value).clientSecret;
  return (request.body as { readonly client_secret?: unknown } | undefined)?.client_secret;
}
