-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- TokenRetention.remove

DELETE FROM tokens
WHERE id IN (?, …);
-- plan: tokens: range PRIMARY (id)

SELECT id AS found
FROM tokens
WHERE expires_at <= ?
LIMIT n;
-- plan: tokens: range ix_tokens_expires_at (expires_at)

SELECT id AS found
FROM tokens
WHERE revoked_at <= ?
LIMIT n;
-- plan: tokens: range ix_tokens_revoked_at (revoked_at)

-- TokenRetention.cleanups: tokenValues

DELETE FROM token_values
WHERE hash IN (?, …);
-- plan: token_values: range PRIMARY (hash)

SELECT hash AS found
FROM token_values
WHERE valid_until <= ?
LIMIT n;
-- plan: token_values: range ix_token_values_valid_until (valid_until)
