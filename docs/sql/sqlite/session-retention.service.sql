-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- SessionRetention.cleanups: sessions

DELETE FROM sessions
WHERE id IN (?, …);
-- plan: SEARCH sessions USING COVERING INDEX sqlite_autoindex_sessions_1 (id=?)

SELECT id AS found
FROM sessions
WHERE ended_at <= ?
LIMIT n;
-- plan: SEARCH sessions USING INDEX ix_sessions_ended_at (ended_at<?)

SELECT id AS found
FROM sessions
WHERE expires_at <= ?
LIMIT n;
-- plan: SEARCH sessions USING INDEX ix_sessions_expires_at (expires_at<?)

SELECT id AS found
FROM sessions
WHERE last_seen_at <= ?
LIMIT n;
-- plan: SEARCH sessions USING INDEX ix_sessions_last_seen_at (last_seen_at<?)
