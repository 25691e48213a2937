-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- KeptAnswers.find

SELECT `KeptAnswer`.*
FROM `kept_answers` `KeptAnswer`
WHERE ((`KeptAnswer`.`hash` = ?) AND (`KeptAnswer`.`created_at` > ?))
LIMIT 1;
-- plan: KeptAnswer: const PRIMARY (hash)

-- KeptAnswers.keep

DELETE FROM `kept_answers`
WHERE (`hash` = ? AND `created_at` <= ? AND `site_id` = ?);
-- plan: kept_answers: range ix_kept_answers_created_at (created_at, hash)

INSERT INTO `kept_answers`(`hash`, `site_id`, `caller_hash`, `sealed`, `created_at`)
VALUES (?, …);

SELECT COUNT(1) AS `cnt`
FROM `kept_answers` `KeptAnswer`
WHERE ((`KeptAnswer`.`caller_hash` = ?) AND (`KeptAnswer`.`created_at` > ?) AND (`KeptAnswer`.`site_id` = ?));
-- plan: KeptAnswer: range ix_kept_answers_caller_hash_created_at (caller_hash, created_at)
