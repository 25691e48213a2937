-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- SessionRetention.cleanups: sessions

DELETE FROM sessions
WHERE id IN (?, …);
-- plan: sessions: range PRIMARY (id)

SELECT id AS found
FROM sessions
WHERE ended_at <= ?
LIMIT n;
-- plan: sessions: range ix_sessions_ended_at (ended_at)

SELECT id AS found
FROM sessions
WHERE expires_at <= ?
LIMIT n;
-- plan: sessions: range ix_sessions_expires_at (expires_at)

SELECT id AS found
FROM sessions
WHERE last_seen_at <= ?
LIMIT n;
-- plan: sessions: range ix_sessions_last_seen_at (last_seen_at)
