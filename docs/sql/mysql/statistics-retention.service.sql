-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- StatisticsRetention.cleanups: verificationCounts

DELETE FROM verification_counts
WHERE id IN (?, …);
-- plan: verification_counts: range PRIMARY (id)

SELECT id AS found
FROM verification_counts
WHERE hour < ?
LIMIT n;
-- plan: verification_counts: range ix_verification_counts_hour (hour)
