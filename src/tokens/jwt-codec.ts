import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Settings } from '../platform/config/settings.js';
import { Keys } from '../platform/keys/keys.service.js';
import { Clock } from '../shared/clock/clock.js';

/** The claims of an access token in JWT form (RFC 9068 §2.2). Times are seconds since the epoch. */
export interface AccessTokenClaims {
  readonly sub: string;
  readonly client_id: string;
  /** Left out if it is empty or would make the token too long (contract §4). */
  readonly scope?: string;
  /** How many scopes were left out. */
  readonly scope_omitted?: number;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly account_id?: string;
}

const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
/**
 * A word that two more follow, the last as long as an ES256 signature (RFC 7518 §3.4). The match begins only where a word does,
 * and consumes only the first word, so that the time grows with the length of the text.
 */
const JWT = /(?<![\w-])([\w-]+)\.(?=([\w-]+\.[\w-]{86})(?![0-9A-Za-z]))/g;

/** Signs access tokens and verifies that a JWT is one of ours. Only its row says whether it is still valid. */
@Injectable()
export class JwtCodec {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: Keys,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  sign(claims: AccessTokenClaims): string {
    const { kid, privateKey } = this.keys.signing;
    return this.jwt.sign(
      { iss: this.settings.publicUrl, aud: this.settings.publicUrl, ...claims },
      { privateKey, algorithm: ALGORITHM, header: { alg: ALGORITHM, typ: TYPE, kid } },
    );
  }

  /**
   * Whether the text is a JWT that we signed for ourselves and that has not expired. Only our own keys are tried, by `kid`: a
   * `jwk`, `jku` or `x5u` in the header is never looked at (RFC 9700 §4.5, RFC 8725 §3.1).
   */
  async verify(token: string): Promise<'valid' | 'expired' | 'forged'> {
    const kid = keyIdOf(token);
    const key = kid === null ? undefined : await this.keys.verificationKey(kid);
    if (key === undefined) return 'forged';
    try {
      // The key is given as a KeyObject, which the types of @nestjs/jwt allow here but not among the options of verify.
      new JwtService({ publicKey: key }).verify(token, {
        algorithms: [ALGORITHM],
        issuer: this.settings.publicUrl,
        audience: this.settings.publicUrl,
        clockTimestamp: Math.floor(this.clock.now().getTime() / 1000),
      });
      return 'valid';
    } catch (error) {
      return error instanceof Error && error.name === 'TokenExpiredError' ? 'expired' : 'forged';
    }
  }
}

export function looksLikeJwt(value: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value);
}

/** The texts within another that look like a JWT of ours. One with a letter or a digit right beside it does not. */
export function* jwtsIn(text: string): Generator<string> {
  for (const [, word = '', rest = ''] of text.matchAll(JWT)) {
    const start = word.search(/(?<![0-9A-Za-z])eyJ/);
    if (start !== -1) yield `${word.slice(start)}.${rest}`;
  }
}

/** The key id in the header of a text that claims to be one of our access tokens, else null. */
function keyIdOf(token: string): string | null {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString());
    if (typeof header !== 'object' || header === null) return null;
    const { alg, typ, kid } = header as Record<string, unknown>;
    return alg === ALGORITHM && typ === TYPE && typeof kid === 'string' ? kid : null;
  } catch {
    return null; // not JSON: not a token of ours, which is all that matters here
  }
}
