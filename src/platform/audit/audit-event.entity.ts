import { Entity, Index } from 'typeorm';
import { IdColumn, JsonColumn, TextColumn, TimeColumn, WordColumn } from '../database/columns.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { AuditAction } from './audit-actions.js';

export type AuditActorKind = 'user' | 'operator' | 'system' | 'anonymous';
export type AuditOutcome = 'success' | 'denied';

/** One event. The row has no foreign keys and keeps names beside ids, because it outlives what it names. */
@Entity('audit_events')
@Index('ix_audit_events_site_id_id', ['siteId', 'id'])
@Index('ix_audit_events_site_id_actor_id_id', ['siteId', 'actorId', 'id'])
@Index('ix_audit_events_site_id_subject_id_id', ['siteId', 'subjectId', 'id'])
@Index('ix_audit_events_site_id_action_id', ['siteId', 'action', 'id'])
export class AuditEvent {
  @IdColumn({ primary: true })
  id: string;

  /** Null when no site is known: a sign-in with an unknown name, a token that was never issued. */
  @IdColumn({ nullable: true })
  siteId: SiteId | null;

  @TimeColumn()
  at: Date;

  @WordColumn(64)
  action: AuditAction;

  @WordColumn(16)
  outcome: AuditOutcome;

  @WordColumn(64, { nullable: true })
  reason: string | null;

  @WordColumn(16)
  actorKind: AuditActorKind;

  @IdColumn({ nullable: true })
  actorId: string | null;

  @TextColumn(254, { nullable: true })
  actorName: string | null;

  @WordColumn(16, { nullable: true })
  credentialKind: string | null;

  @IdColumn({ nullable: true })
  credentialId: string | null;

  @WordColumn(32, { nullable: true })
  subjectType: string | null;

  @WordColumn(64, { nullable: true })
  subjectId: string | null;

  @TextColumn(254, { nullable: true })
  subjectName: string | null;

  @WordColumn(64, { nullable: true })
  address: string | null;

  @WordColumn(64, { nullable: true })
  requestId: string | null;

  @JsonColumn({ nullable: true })
  details: Record<string, unknown> | null;
}
