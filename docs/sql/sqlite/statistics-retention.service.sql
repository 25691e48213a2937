-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- StatisticsRetention.cleanups: verificationCounts

DELETE FROM verification_counts
WHERE id IN (?, …);
-- plan: SEARCH verification_counts USING INDEX sqlite_autoindex_verification_counts_1 (id=?)

SELECT id AS found
FROM verification_counts
WHERE hour < ?
LIMIT n;
-- plan: SEARCH verification_counts USING INDEX ix_verification_counts_hour (hour<?)
