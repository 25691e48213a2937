-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- VerificationCountRepository.add

INSERT INTO verification_counts (id, site_id, hour, verified, refused)
VALUES (?, …)
ON CONFLICT (site_id, hour) DO UPDATE
SET verified = verification_counts.verified + excluded.verified,
  refused = verification_counts.refused + excluded.refused;

-- VerificationCountRepository.between

SELECT "VerificationCount".*
FROM "verification_counts" "VerificationCount"
WHERE (("VerificationCount"."hour" >= ? AND "VerificationCount"."hour" < ?) AND ("VerificationCount"."site_id" = ?))
ORDER BY "VerificationCount"."hour" ASC;
-- plan: SEARCH VerificationCount USING INDEX uq_verification_counts_site_id_hour (site_id=? AND hour>? AND hour<?)
