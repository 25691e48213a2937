import { Injectable } from '@nestjs/common';
import { parseScopeParameter, scopeMember } from '../../shared/authz/scopes.js';
import { CredentialFormat } from '../../shared/crypto/credential-format.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { Clock } from '../../shared/clock/clock.js';
import { JwtCodec } from '../jwt-codec.js';
import type { Token } from '../token.entity.js';

/** What a token in JWT form says about itself beyond what its row holds. */
export interface JwtSubject {
  readonly clientId: string;
  /** What it may do now, space-separated; '' for nothing. */
  readonly scope: string;
}

/** contract §4: a token that we issue fits into a header, a cookie and a form, both ours and those of servers in between. */
const LONGEST_JWT = 4_096;

/** Makes the value of a token: an opaque credential, or a JWT that names the same row by its `jti`. */
@Injectable()
export class TokenValueFactory {
  constructor(
    private readonly format: CredentialFormat,
    private readonly randomness: Randomness,
    private readonly codec: JwtCodec,
    private readonly clock: Clock,
  ) {}

  opaque(kind: Token['kind']): string {
    return this.format.generate(kind === 'personal' ? 'pat' : 'app', this.randomness);
  }

  jwt(token: Pick<Token, 'id' | 'ownerId' | 'accountId'> & { readonly expiresAt: Date }, subject: JwtSubject): string {
    const claims = {
      sub: token.ownerId,
      client_id: subject.clientId,
      jti: token.id,
      iat: seconds(this.clock.now()),
      exp: seconds(token.expiresAt),
      ...(token.accountId === null ? {} : { account_id: token.accountId }),
    };
    const jwt = this.codec.sign({ ...claims, ...scopeMember(subject.scope) });
    if (jwt.length <= LONGEST_JWT) return jwt;
    return this.codec.sign({ ...claims, scope_omitted: parseScopeParameter(subject.scope).scopes.length });
  }
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
