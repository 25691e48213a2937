-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- CleanupLease.take

INSERT INTO `leases`(`name`, `holder`, `expires_at`)
VALUES (?, …);

SELECT `Lease`.*
FROM `leases` `Lease`
WHERE (`Lease`.`name` = ?)
LIMIT 1;
-- plan: Lease: const PRIMARY (name)

UPDATE `leases`
SET `holder` = ?, `expires_at` = ?
WHERE (`name` = ? AND `expires_at` <= ?);
-- plan: leases: range PRIMARY (name)

-- CleanupLease.renew

UPDATE `leases`
SET `expires_at` = ?
WHERE (`name` = ? AND `holder` = ?);
-- plan: leases: range PRIMARY (name)

-- CleanupLease.release

DELETE FROM `leases`
WHERE (`name` = ? AND `holder` = ?);
-- plan: leases: range PRIMARY (name)
