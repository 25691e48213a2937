/**
 * What the removal of a user does to a column that points at users.
 * - `transfer`: the row passes to the receiver, or is ended and stays with the tombstone.
 * - `delete`: the row goes.
 * - `keep`: the id stays, and no foreign key holds it: it says who it was, for the record.
 * - `refuse`: there is no removal while it points at the user.
 * - `tombstone`: the row of the user itself.
 */
export type RemovalFate = 'transfer' | 'delete' | 'keep' | 'refuse' | 'tombstone';

export interface RemovalDecision {
  readonly fate: RemovalFate;
  readonly why: string;
}

/**
 * Every column that points at a user, by `table.column`. test/architecture/removal-manifest.spec.ts compares this list with the
 * entities: a new column fails the build until its fate is decided here. remove-user.ts carries the decisions out, and
 * test/integration/admin/removal-manifest.spec.ts checks what a removal has left.
 */
export const REMOVAL_MANIFEST: Readonly<Record<string, RemovalDecision>> = {
  'users.id': {
    fate: 'tombstone',
    why: 'revoked tokens and the audit log name it; the row keeps the id and nothing that says who it was',
  },
  'sites.owner_id': { fate: 'refuse', why: 'a site is handed over first, or said to have no owner' },
  'tokens.owner_id': { fate: 'transfer', why: 'integrations go on working, or stop on purpose (contract §5)' },
  'tokens.created_by': { fate: 'keep', why: 'the creator never changes (contract §5)' },
  'tokens.transferred_from': { fate: 'keep', why: 'it says who may still have a copy of the value' },
  'token_values.transferred_from': { fate: 'keep', why: 'as of tokens' },
  'token_values.made_by': {
    fate: 'keep',
    why: 'it says who may still have a copy of the value, also for service accounts',
  },
  'applications.owner_id': { fate: 'transfer', why: 'as their tokens' },
  'applications.created_by': { fate: 'keep', why: 'the creator never changes (contract §5)' },
  'applications.transferred_from': { fate: 'keep', why: 'it says who may have a copy of the secret' },
  'client_secrets.made_by': { fate: 'keep', why: 'as of the values of tokens' },
  'proxy_revisions.created_by': { fate: 'keep', why: 'a revision never changes, nor who first deployed it' },
  'credentials.secret_set_by': { fate: 'keep', why: 'it says who knows the secret of an upstream' },
  'user_roles.user_id': { fate: 'delete', why: 'nobody holds a right any more' },
  'developer_secrets.user_id': { fate: 'delete', why: 'it dies with the person' },
  'invitations.user_id': { fate: 'delete', why: 'a link must not bring anybody back' },
  'invitations.made_by': {
    fate: 'keep',
    why: 'a link of a leaver is refused when it is used, and the audit log names its maker',
  },
  'sessions.user_id': {
    fate: 'delete',
    why: 'sign-ins end, and their addresses and browsers are nobody’s business any more',
  },
  'notifications.user_id': { fate: 'delete', why: 'nobody will read them' },
  'notifications.subject_id': { fate: 'keep', why: 'others were told of the person, and may look later' },
  'audit_events.actor_id': { fate: 'keep', why: 'the audit log outlives whom it names' },
  'audit_events.subject_id': { fate: 'keep', why: 'the audit log outlives whom it names' },
};
