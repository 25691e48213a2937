-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- IdempotencyRetention.cleanups: keptAnswers

DELETE FROM kept_answers
WHERE hash IN (?, …);
-- plan: kept_answers: range PRIMARY (hash)

SELECT hash AS found
FROM kept_answers
WHERE created_at <= ?
LIMIT n;
-- plan: kept_answers: range ix_kept_answers_created_at (created_at)
