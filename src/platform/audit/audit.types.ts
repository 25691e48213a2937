import type { Actor, RequestContext } from '../../shared/authz/actor.js';
import type { PrincipalCredentialKind } from '../../shared/authz/principal.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { AuditAction } from './audit-actions.js';
import type { AuditActorKind, AuditOutcome } from './audit-event.entity.js';

export type { AuditAction };

/** The actor of an event. The audit log outlives users and tokens, so it keeps names beside ids. */
export interface AuditActor {
  readonly kind: AuditActorKind;
  readonly id: string | null;
  readonly name: string | null;
  readonly credentialKind: PrincipalCredentialKind | null;
  readonly credentialId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

export interface AuditSubject {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
}

export interface AuditEntry {
  /** Null for an event that concerns no site, such as a sign-in under a name that nobody has. */
  readonly siteId: SiteId | null;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  /** Why the call was denied, in more detail than the caller was told. */
  readonly reason?: string;
  readonly actor: AuditActor;
  readonly subject?: AuditSubject;
  /** What changed. Never a secret: a token is named by its id and its last 4 characters. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const NOBODY = { id: null, name: null, credentialKind: null, credentialId: null } as const;

export function actorOf(actor: Actor): AuditActor {
  const { principal } = actor;
  return {
    kind: 'user',
    id: principal.userId,
    name: principal.username,
    credentialKind: principal.credential.kind,
    credentialId: principal.credential.id,
    address: actor.address,
    requestId: actor.requestId,
  };
}

/** A known person whose credential is being judged right now: at a sign-in, or in a token request. */
export function userActor(user: { id: string; username: string }, context: RequestContext): AuditActor {
  return { ...anonymousActor(context), kind: 'user', id: user.id, name: user.username };
}

export function anonymousActor(context: RequestContext): AuditActor {
  return { kind: 'anonymous', ...NOBODY, address: context.address, requestId: context.requestId };
}

export const OPERATOR: AuditActor = { kind: 'operator', ...NOBODY, address: null, requestId: null };
export const SYSTEM: AuditActor = { kind: 'system', ...NOBODY, address: null, requestId: null };
