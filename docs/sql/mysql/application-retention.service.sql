-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ApplicationRetention.cleanups: clientSecrets

DELETE FROM client_secrets
WHERE id IN (?, …);
-- plan: client_secrets: range PRIMARY (id)

SELECT id AS found
FROM client_secrets
WHERE expires_at <= ?
LIMIT n;
-- plan: client_secrets: range ix_client_secrets_expires_at (expires_at)

SELECT id AS found
FROM client_secrets
WHERE revoked_at <= ?
LIMIT n;
-- plan: client_secrets: range ix_client_secrets_revoked_at (revoked_at)

-- ApplicationRetention.cleanups: applications

DELETE FROM applications
WHERE id IN (?, …);
-- plan: applications: range PRIMARY (id)

SELECT id AS found
FROM applications
WHERE deleted_at <= ?
  AND NOT EXISTS (SELECT 1 FROM client_secrets x WHERE x.application_id = applications.id)
  AND NOT EXISTS (SELECT 1 FROM tokens x WHERE x.application_id = applications.id)
LIMIT n;
-- plan: applications: range ix_applications_deleted_at (deleted_at)
-- plan: x: index_subquery ix_tokens_application_id_revoked_at_expires_at (application_id)
-- plan: x: index_subquery ix_client_secrets_application_id (application_id)
