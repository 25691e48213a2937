import { Injectable } from '@nestjs/common';
import { MOST_KEYS } from '../../platform/database/prepared-reads.js';
import { CredentialFormat } from '../../shared/crypto/credential-format.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import type { Principal } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { SessionCookie } from '../../directory/sessions/session-cookie.service.js';
import { looksLikeJwt } from '../../tokens/jwt-codec.js';
import { type ExposedInvitation, ExposedInvitations } from '../../directory/users/exposed-invitations.js';
import { CredentialCheck } from '../../principals/credential-check.service.js';
import { type Refusal, revocableCredential } from '../../principals/refusal.js';

/**
 * The key by which an exposed credential is looked up: a hash, or a cookie in its sealed form. No more of it is kept in memory.
 */
export interface Trace {
  readonly kind: 'token' | 'secret' | 'session';
  readonly key: string;
}

export interface ExposedCredential {
  readonly type: 'token' | 'client_secret' | 'developer_secret' | 'session' | 'invitation';
  /** For a developer secret, the id of its person. */
  readonly id: string;
  readonly name: string;
  readonly siteId: SiteId;
  readonly userId: string;
  /**
   * The key by which the values that it made name it as their maker; null for a session or a link, whose end ends no descendants.
   */
  readonly lineageKey: string | null;
}

/** How many are looked up at once. */
export const MOST_TRACES = MOST_KEYS;

/** Recognises exposed credentials that could still be used, or could if their owner or account were resumed. */
@Injectable()
export class ExposedCredentialLookup {
  constructor(
    private readonly format: CredentialFormat,
    private readonly check: CredentialCheck,
    private readonly cookie: SessionCookie,
    private readonly invitations: ExposedInvitations,
  ) {}

  /** No signature is checked: a JWT that is not ours has no hash in the database. */
  traceOf(value: string): Trace {
    const kind = this.format.kindOf(value);
    if (kind !== null) return { kind: kind === 'sec' ? 'secret' : 'token', key: sha256(value) };
    return looksLikeJwt(value) ? { kind: 'token', key: sha256(value) } : { kind: 'session', key: value };
  }

  /** For at most MOST_TRACES, with one statement for each kind. */
  async find(traces: readonly Trace[]): Promise<ExposedCredential[]> {
    const [tokens, secrets] = [keysOf(traces, 'token'), keysOf(traces, 'secret')];
    const sessions = await this.#opened(keysOf(traces, 'session'));
    return [
      ...(tokens.length === 0 ? [] : revocable(await this.check.tokensByHash(tokens))),
      ...(secrets.length === 0 ? [] : revocable(await this.check.secretsByHash(secrets))),
      ...(secrets.length === 0 ? [] : (await this.invitations.open(secrets)).map(invitation)),
      ...(sessions.length === 0 ? [] : revocable(await this.check.sessions(sessions))),
    ];
  }

  /** The ids in those of the cookies that are ours. */
  async #opened(sealed: readonly string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const value of sealed) {
      const id = await this.cookie.open(value);
      if (id !== null) ids.push(id);
    }
    return ids;
  }
}

function keysOf(traces: readonly Trace[], kind: Trace['kind']): string[] {
  return traces.filter((trace) => trace.kind === kind).map(({ key }) => key);
}

function revocable(results: readonly (Principal | Refusal)[]): ExposedCredential[] {
  return results.flatMap((result) => {
    const credential = revocableCredential(result);
    if (credential === null) return [];
    const { id, name, siteId, userId, kind, applicationId } = credential;
    const secret = applicationId === null ? 'developer_secret' : 'client_secret';
    const lineageKey = kind === 'session' ? null : credential.lineageKey;
    return [
      { type: kind === 'secret' ? secret : kind === 'session' ? kind : 'token', id, name, siteId, userId, lineageKey },
    ];
  });
}

function invitation({ id, siteId, userId }: ExposedInvitation): ExposedCredential {
  return { type: 'invitation', id, name: 'invitation link', siteId, userId, lineageKey: null };
}
