-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- VerificationCountRepository.add

INSERT INTO verification_counts (id, site_id, hour, verified, refused)
VALUES (?, …)
ON DUPLICATE KEY UPDATE verified = verification_counts.verified + VALUES(verified),
  refused = verification_counts.refused + VALUES(refused);

-- VerificationCountRepository.between

SELECT `VerificationCount`.*
FROM `verification_counts` `VerificationCount`
WHERE ((`VerificationCount`.`hour` >= ? AND `VerificationCount`.`hour` < ?) AND (`VerificationCount`.`site_id` = ?))
ORDER BY `VerificationCount`.`hour` ASC;
-- plan: VerificationCount: range uq_verification_counts_site_id_hour (site_id, hour)
