-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- TokenRetention.remove

DELETE FROM tokens
WHERE id IN (?, …);
-- plan: SEARCH tokens USING COVERING INDEX sqlite_autoindex_tokens_1 (id=?)
-- plan: SEARCH token_values USING COVERING INDEX ix_token_values_token_id (token_id=?)

SELECT id AS found
FROM tokens
WHERE expires_at <= ?
LIMIT n;
-- plan: SEARCH tokens USING INDEX ix_tokens_expires_at (expires_at<?)

SELECT id AS found
FROM tokens
WHERE revoked_at <= ?
LIMIT n;
-- plan: SEARCH tokens USING INDEX ix_tokens_revoked_at (revoked_at<?)

-- TokenRetention.cleanups: tokenValues

DELETE FROM token_values
WHERE hash IN (?, …);
-- plan: SEARCH token_values USING COVERING INDEX sqlite_autoindex_token_values_1 (hash=?)

SELECT hash AS found
FROM token_values
WHERE valid_until <= ?
LIMIT n;
-- plan: SEARCH token_values USING INDEX ix_token_values_valid_until (valid_until<?)
