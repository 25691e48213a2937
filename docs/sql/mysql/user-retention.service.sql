-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- UserRetention.cleanups: invitations

DELETE FROM invitations
WHERE id IN (?, …);
-- plan: invitations: range PRIMARY (id)

SELECT id AS found
FROM invitations
WHERE expires_at <= ?
LIMIT n;
-- plan: invitations: range ix_invitations_expires_at (expires_at)

SELECT id AS found
FROM invitations
WHERE used_at <= ?
LIMIT n;
-- plan: invitations: range ix_invitations_used_at (used_at)

-- UserRetention.cleanups: removedUsers

DELETE FROM users
WHERE id IN (?, …);
-- plan: users: range PRIMARY (id)

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
-- plan: users: range ix_users_status_updated_at (status, updated_at)
-- plan: x: index_subquery PRIMARY (user_id)
-- plan: x: index_subquery ix_invitations_user_id (user_id)
-- plan: x: unique_subquery PRIMARY (user_id)
-- plan: x: index_subquery ix_tokens_owner_id_revoked_at_expires_at (owner_id)
-- plan: x: range ix_sites_owner_id (owner_id)
-- plan: x: index_subquery ix_sessions_user_id_id (user_id)
-- plan: x: index_subquery ix_notifications_user_id_id (user_id)
-- plan: x: index_subquery ix_applications_owner_id_id (owner_id)
