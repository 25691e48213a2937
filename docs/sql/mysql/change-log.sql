-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ChangeLog.write

INSERT INTO changes (id, shard, number, stamp, previous, subject, created_at)
SELECT ?, id, number, stamp, previous, ?, ?
FROM change_shards
WHERE id = ?
UNION ALL …;

UPDATE change_shards
SET previous = stamp, stamp = ?, number = number + 1
WHERE id IN (?, …);
-- plan: change_shards: range PRIMARY (id)
