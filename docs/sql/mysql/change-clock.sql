-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ChangeClock.upToDate

SELECT GROUP_CONCAT(number, ':', stamp ORDER BY id) AS pairs
FROM change_shards;
-- plan: change_shards: ALL

SELECT number, stamp, previous, subject
FROM changes
WHERE shard = ? AND number > ?
ORDER BY number
LIMIT n;
-- plan: changes: range ix_changes_shard_number (shard, number)
