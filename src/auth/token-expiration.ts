import type { FastifyReply } from 'fastify';
import type { Principal } from '../shared/authz/principal.js';

/** CONTRACT §3: a caller sees when its token ends without asking, in a refusal too. */
export function sayExpiration({ credential }: Principal, reply: FastifyReply): void {
  if (credential.expiresAt === null || credential.kind === 'session') return;
  void reply.header('Gatehouse-Token-Expiration', credential.expiresAt.toISOString());
}
