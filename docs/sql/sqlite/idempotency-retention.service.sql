-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- IdempotencyRetention.cleanups: keptAnswers

DELETE FROM kept_answers
WHERE hash IN (?, …);
-- plan: SEARCH kept_answers USING INDEX sqlite_autoindex_kept_answers_1 (hash=?)

SELECT hash AS found
FROM kept_answers
WHERE created_at <= ?
LIMIT n;
-- plan: SEARCH kept_answers USING INDEX ix_kept_answers_created_at (created_at<?)
