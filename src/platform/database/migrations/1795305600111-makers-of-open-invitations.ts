import type { MigrationInterface, QueryRunner } from 'typeorm';

const FROM_LOG = (value: string) => `(
  SELECT ${value} FROM audit_events e
  WHERE e.site_id = invitations.site_id AND e.subject_id = invitations.user_id
    AND e.action = 'invitation.created' AND INSTR(e.details, invitations.id) > 0
  LIMIT 1)`;

/**
 * Finds the makers of open invitations in the audit log. If the log no longer has the maker, the invitation stays without one and
 * is refused; an administrator makes a new one.
 */
export class MakersOfOpenInvitations1795305600111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE invitations SET
      made_by = ${FROM_LOG('e.actor_id')},
      issued_with_kind = ${FROM_LOG("CASE WHEN e.actor_kind IN ('operator', 'system') THEN 'system' ELSE e.credential_kind END")},
      issued_with = ${FROM_LOG('e.credential_id')}
      WHERE used_at IS NULL`);
  }

  async down(): Promise<void> {
    // The columns go with the previous migration.
  }
}
