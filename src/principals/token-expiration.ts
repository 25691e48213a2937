import type { FastifyReply } from 'fastify';
import type { Principal } from '../shared/authz/principal.js';

/** contract §3: a caller is told, without asking, when its token ends, even from a refusal. */
export function sayExpiration({ credential }: Principal, reply: FastifyReply): void {
  if (credential.expiresAt === null || credential.kind === 'session') return;
  void reply.header('Gatehouse-Token-Expiration', credential.expiresAt.toISOString());
}
