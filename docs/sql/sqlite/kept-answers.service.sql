-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- KeptAnswers.find

SELECT "KeptAnswer".*
FROM "kept_answers" "KeptAnswer"
WHERE (("KeptAnswer"."hash" = ?) AND ("KeptAnswer"."created_at" > ?))
LIMIT 1;
-- plan: SEARCH KeptAnswer USING INDEX sqlite_autoindex_kept_answers_1 (hash=?)

-- KeptAnswers.keep

DELETE FROM "kept_answers"
WHERE ("hash" = ? AND "created_at" <= ? AND "site_id" = ?);
-- plan: SEARCH kept_answers USING INDEX sqlite_autoindex_kept_answers_1 (hash=?)

INSERT INTO "kept_answers"("hash", "site_id", "caller_hash", "sealed", "created_at")
VALUES (?, …);

SELECT COUNT(1) AS "cnt"
FROM "kept_answers" "KeptAnswer"
WHERE (("KeptAnswer"."caller_hash" = ?) AND ("KeptAnswer"."created_at" > ?) AND ("KeptAnswer"."site_id" = ?));
-- plan: SEARCH KeptAnswer USING INDEX ix_kept_answers_caller_hash_created_at (caller_hash=? AND created_at>?)
