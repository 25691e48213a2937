-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ApplicationRetention.cleanups: clientSecrets

DELETE FROM client_secrets
WHERE id IN (?, …);
-- plan: SEARCH client_secrets USING INDEX sqlite_autoindex_client_secrets_1 (id=?)

SELECT id AS found
FROM client_secrets
WHERE expires_at <= ?
LIMIT n;
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_expires_at (expires_at<?)

SELECT id AS found
FROM client_secrets
WHERE revoked_at <= ?
LIMIT n;
-- plan: SEARCH client_secrets USING INDEX ix_client_secrets_revoked_at (revoked_at<?)

-- ApplicationRetention.cleanups: applications

DELETE FROM applications
WHERE id IN (?, …);
-- plan: SEARCH applications USING COVERING INDEX sqlite_autoindex_applications_1 (id=?)
-- plan: SEARCH tokens USING COVERING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
-- plan: SEARCH client_secrets USING COVERING INDEX ix_client_secrets_application_id (application_id=?)

SELECT id AS found
FROM applications
WHERE deleted_at <= ?
  AND NOT EXISTS (SELECT 1 FROM client_secrets x WHERE x.application_id = applications.id)
  AND NOT EXISTS (SELECT 1 FROM tokens x WHERE x.application_id = applications.id)
LIMIT n;
-- plan: SEARCH applications USING INDEX ix_applications_deleted_at (deleted_at<?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH x USING COVERING INDEX ix_client_secrets_application_id (application_id=?)
-- plan: CORRELATED SCALAR SUBQUERY 2
-- plan: SEARCH x USING COVERING INDEX ix_tokens_application_id_revoked_at_expires_at (application_id=?)
