-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- UserRetention.cleanups: invitations

DELETE FROM invitations
WHERE id IN (?, …);
-- plan: SEARCH invitations USING COVERING INDEX sqlite_autoindex_invitations_1 (id=?)

SELECT id AS found
FROM invitations
WHERE expires_at <= ?
LIMIT n;
-- plan: SEARCH invitations USING INDEX ix_invitations_expires_at (expires_at<?)

SELECT id AS found
FROM invitations
WHERE used_at <= ?
LIMIT n;
-- plan: SEARCH invitations USING INDEX ix_invitations_used_at (used_at<?)

-- UserRetention.cleanups: removedUsers

DELETE FROM users
WHERE id IN (?, …);
-- plan: SEARCH users USING COVERING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH notifications USING COVERING INDEX ix_notifications_user_id_id (user_id=?)
-- plan: SEARCH tokens USING COVERING INDEX ix_tokens_owner_id_revoked_at_expires_at (owner_id=?)
-- plan: SEARCH applications USING COVERING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: SEARCH sessions USING COVERING INDEX ix_sessions_user_id_id (user_id=?)
-- plan: SEARCH developer_secrets USING COVERING INDEX sqlite_autoindex_developer_secrets_1 (user_id=?)
-- plan: SEARCH invitations USING COVERING INDEX ix_invitations_user_id (user_id=?)
-- plan: SEARCH user_roles USING COVERING INDEX sqlite_autoindex_user_roles_1 (user_id=?)
-- plan: SEARCH sites USING COVERING INDEX ix_sites_owner_id (owner_id=?)

SELECT id AS found
FROM users
WHERE status = 'removed'
  AND updated_at <= ?
  AND NOT EXISTS (SELECT 1 FROM applications x WHERE x.owner_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM notifications x WHERE x.user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM sessions x WHERE x.user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM sites x WHERE x.owner_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM tokens x WHERE x.owner_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM developer_secrets x WHERE x.user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM invitations x WHERE x.user_id = users.id)
  AND NOT EXISTS (SELECT 1 FROM user_roles x WHERE x.user_id = users.id)
LIMIT n;
-- plan: SEARCH users USING INDEX ix_users_status_updated_at (status=? AND updated_at<?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH x USING COVERING INDEX ix_applications_owner_id_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH x USING COVERING INDEX ix_notifications_user_id_id (user_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 3
-- plan: SEARCH x USING COVERING INDEX ix_sessions_user_id_id (user_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 4
-- plan: SEARCH x USING COVERING INDEX ix_sites_owner_id (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 5
-- plan: SEARCH x USING COVERING INDEX ix_tokens_owner_id_revoked_at_expires_at (owner_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 6
-- plan: SEARCH x USING COVERING INDEX sqlite_autoindex_developer_secrets_1 (user_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 7
-- plan: SEARCH x USING COVERING INDEX ix_invitations_user_id (user_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 8
-- plan: SEARCH x USING COVERING INDEX sqlite_autoindex_user_roles_1 (user_id=?)
