-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- PolicyEffectsRepository.page

SELECT "row".*
FROM "tokens" "row"
WHERE (
  "row"."revoked_at" IS NULL
    AND ("row"."expires_at" IS NULL OR "row"."expires_at" > ?)
    AND (
      (
        ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL)
          AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
          AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
      )
        OR (
          ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL OR "row"."last_used_at" IS NOT NULL)
            AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
            AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
            AND ("row"."last_used_at" IS NULL OR "row"."last_used_at" <= ?)
        )
        OR (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
        OR "row"."expires_at" IS NULL
    )
    AND NOT (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_tokens_site_id_id (site_id=?)

-- PolicyEffectsRepository.count

SELECT COUNT(1) AS "cnt"
FROM "tokens" "row"
WHERE (
  "row"."revoked_at" IS NULL
    AND ("row"."expires_at" IS NULL OR "row"."expires_at" > ?)
    AND (
      (
        ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL)
          AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
          AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
      )
        OR (
          ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL OR "row"."last_used_at" IS NOT NULL)
            AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
            AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
            AND ("row"."last_used_at" IS NULL OR "row"."last_used_at" <= ?)
        )
        OR (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
        OR "row"."expires_at" IS NULL
    )
    AND NOT (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
)
  AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX ix_tokens_site_id_id (site_id=?)

-- PolicyEffectsRepository.lastUses

SELECT "row"."id" AS id, "row"."last_used_address" AS address
FROM "tokens" "row"
WHERE (
  "row"."revoked_at" IS NULL
    AND ("row"."expires_at" IS NULL OR "row"."expires_at" > ?)
    AND NOT (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
    AND NOT (
      (
        ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL)
          AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
          AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
      )
        OR (
          ("row"."created_at" IS NOT NULL OR "row"."rotated_at" IS NOT NULL OR "row"."last_used_at" IS NOT NULL)
            AND ("row"."created_at" IS NULL OR "row"."created_at" <= ?)
            AND ("row"."rotated_at" IS NULL OR "row"."rotated_at" <= ?)
            AND ("row"."last_used_at" IS NULL OR "row"."last_used_at" <= ?)
        )
        OR (("row"."transferred_at" IS NOT NULL) AND ("row"."transferred_at" IS NULL OR "row"."transferred_at" <= ?))
        OR "row"."expires_at" IS NULL
    )
    AND "row"."last_used_address" IS NOT NULL
    AND "row"."id" > ?
)
  AND ("row"."site_id" = ?)
ORDER BY "row"."id" ASC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_tokens_site_id_id (site_id=? AND id>?)
