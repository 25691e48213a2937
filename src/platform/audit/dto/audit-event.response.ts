import type { AuditAction } from '../audit-actions.js';
import type { AuditActorKind, AuditEvent, AuditOutcome } from '../audit-event.entity.js';

export class AuditCredentialResponse {
  /** @example "session" */
  kind: string;

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string | null;
}

export class AuditActorResponse {
  /**
   * `user`; `operator`: a command on the machine; `system`: the service itself; `anonymous`: an unknown caller.
   * @example "user"
   */
  kind: AuditActorKind;

  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string | null;

  /**
   * The name at that time: users can be renamed and removed.
   * @example "ann"
   */
  name: string | null;

  /** The credential that proved who the actor was. */
  credential: AuditCredentialResponse | null;
}

export class AuditSubjectResponse {
  /** @example "token" */
  type: string;

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string | null;

  /**
   * The name at that time.
   * @example "Nightly export"
   */
  name: string | null;
}

export class AuditEventResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ee" */
  id: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  at: string;

  /**
   * What was done or refused.
   * @example "token.created"
   */
  action: AuditAction;

  /** @example "success" */
  outcome: AuditOutcome;

  /**
   * Why the call was denied, in more detail than the caller was told.
   * @example null
   */
  reason: string | null;

  actor: AuditActorResponse;

  subject: AuditSubjectResponse | null;

  /**
   * Where the request came from.
   * @example "203.0.113.9"
   */
  address: string | null;

  /**
   * The `requestId` of the answer and of its log lines.
   * @example "EBWLCL1kgVLI-a"
   */
  requestId: string | null;

  /**
   * What changed. Never a secret.
   * @example { "kind": "personal", "last4": "x7Qa" }
   */
  details: Record<string, unknown> | null;
}

export class AuditPageResponse {
  items: AuditEventResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last page.
   * @example null
   */
  nextCursor: string | null;
}

export function auditEventResponse(event: AuditEvent): AuditEventResponse {
  const { id, action, outcome, reason, address, requestId, details } = event;
  const credential = event.credentialKind === null ? null : { kind: event.credentialKind, id: event.credentialId };
  const subject =
    event.subjectType === null ? null : { type: event.subjectType, id: event.subjectId, name: event.subjectName };
  return {
    id,
    at: event.at.toISOString(),
    action,
    outcome,
    reason,
    actor: { kind: event.actorKind, id: event.actorId, name: event.actorName, credential },
    subject,
    address,
    requestId,
    details,
  };
}
