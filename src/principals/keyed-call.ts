import type { FastifyRequest } from 'fastify';
import type { Answer, CallIdentity } from '../platform/idempotency/idempotency.types.js';
import type { KeptAnswers } from '../platform/idempotency/kept-answers.service.js';
import type { AuthenticatedRequest } from '../shared/authz/access.js';
import { sha256 } from '../shared/crypto/hashing.js';

/** A call with an Idempotency-Key, made with this credential. */
export class KeyedCall implements CallIdentity {
  #kept: Promise<Answer | null> | undefined;

  constructor(
    readonly credential: string,
    readonly key: string,
    private readonly request: FastifyRequest & AuthenticatedRequest,
    private readonly answers: KeptAnswers,
  ) {}

  /** Neither part contains a line break. */
  get id(): string {
    return `${this.credential}\n${this.key}`;
  }

  /** The id of the credential; null until it has been judged. */
  get callerId(): string | null {
    return this.request.principal?.credential.id ?? null;
  }

  /** The answer that the call got before. Looked up once. */
  kept(): Promise<Answer | null> {
    return (this.#kept ??= this.answers.find(this));
  }

  /** The same for the same method, path, query, account and body, however the body is formatted. */
  digest(): string {
    const { method, url = '' } = this.request.raw;
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    const { accountId = null, body = null } = this.request;
    return sha256(JSON.stringify([method, path.replace(/(?<=.)\/$/, ''), query, accountId, ordered(body)]));
  }
}

/** RFC 8259 §4: the members of an object have no order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return { members: members.map(([name, child]) => [name, ordered(child)]) };
}
