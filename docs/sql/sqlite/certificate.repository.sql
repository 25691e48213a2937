-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- CertificateRepository.byId

SELECT "Certificate".*
FROM "certificates" "Certificate"
WHERE (("Certificate"."id" = ?) AND ("Certificate"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Certificate USING INDEX sqlite_autoindex_certificates_1 (id=?)

-- CertificateRepository.byIdForUpdate

SELECT "Certificate".*
FROM "certificates" "Certificate"
WHERE (("Certificate"."id" = ?) AND ("Certificate"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Certificate USING INDEX sqlite_autoindex_certificates_1 (id=?)

-- CertificateRepository.page

SELECT "row".*
FROM "certificates" "row"
WHERE ("row"."site_id" = ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_certificates_site_id_id (site_id=?)

SELECT "row".*
FROM "certificates" "row"
WHERE (("row"."site_id" = ?) AND "row"."id" < ?) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_certificates_site_id_id (site_id=? AND id<?)

SELECT "row".*
FROM "certificates" "row"
WHERE (("row"."valid_to" < ?) AND ("row"."site_id" = ?)) AND ("row"."site_id" = ?)
ORDER BY "row"."id" DESC
LIMIT n;
-- plan: SEARCH row USING INDEX ix_certificates_site_id_valid_to (site_id=? AND valid_to<?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- CertificateRepository.insert

INSERT INTO "certificates"(
  "id", "site_id", "name", "chain", "sealed_key", "valid_to", "warned_at", "version", "created_at", "updated_at"
)
VALUES (?, …);

-- CertificateRepository.update

UPDATE "certificates"
SET "name" = ?, "chain" = ?, "sealed_key" = ?, "valid_to" = ?, "warned_at" = ?, "version" = 2, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH certificates USING INDEX sqlite_autoindex_certificates_1 (id=?)

-- CertificateRepository.requireUnused

SELECT "Connection"."id" AS "Connection_id", "Connection"."name" AS "Connection_name"
FROM "connections" "Connection"
WHERE (
  (("Connection"."ca_certificate_id" = ?) AND ("Connection"."site_id" = ?))
    OR (("Connection"."client_certificate_id" = ?) AND ("Connection"."site_id" = ?))
)
ORDER BY "Connection_name" ASC
LIMIT n;
-- plan: MULTI-INDEX OR
-- plan: INDEX 1
-- plan: SEARCH Connection USING INDEX ix_connections_ca_certificate_id (ca_certificate_id=?)
-- plan: INDEX 2
-- plan: SEARCH Connection USING INDEX ix_connections_client_certificate_id (client_certificate_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- CertificateRepository.delete

DELETE FROM "certificates"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH certificates USING INDEX sqlite_autoindex_certificates_1 (id=?)
-- plan: SEARCH connections USING COVERING INDEX ix_connections_client_certificate_id (client_certificate_id=?)
-- plan: SEARCH connections USING COVERING INDEX ix_connections_ca_certificate_id (ca_certificate_id=?)

SELECT "Connection"."id" AS "Connection_id", "Connection"."name" AS "Connection_name"
FROM "connections" "Connection"
WHERE (
  (("Connection"."ca_certificate_id" = ?) AND ("Connection"."site_id" = ?))
    OR (("Connection"."client_certificate_id" = ?) AND ("Connection"."site_id" = ?))
)
ORDER BY "Connection_name" ASC
LIMIT n;
-- plan: MULTI-INDEX OR
-- plan: INDEX 1
-- plan: SEARCH Connection USING INDEX ix_connections_ca_certificate_id (ca_certificate_id=?)
-- plan: INDEX 2
-- plan: SEARCH Connection USING INDEX ix_connections_client_certificate_id (client_certificate_id=?)
-- plan: USE TEMP B-TREE FOR ORDER BY

-- CertificateRepository.nextAcrossSites

SELECT "Certificate".*
FROM "certificates" "Certificate"
WHERE (("Certificate"."id" > ?) AND (NOT("Certificate"."sealed_key" IS NULL)))
ORDER BY "Certificate"."id" ASC
LIMIT n;
-- plan: SEARCH Certificate USING INDEX sqlite_autoindex_certificates_1 (id>?)

-- CertificateRepository.unwarnedAcrossSites

SELECT "Certificate".*
FROM "certificates" "Certificate"
WHERE (("Certificate"."valid_to" <= ?) AND ("Certificate"."warned_at" IS NULL))
ORDER BY "Certificate"."valid_to" ASC
LIMIT n;
-- plan: SEARCH Certificate USING INDEX ix_certificates_valid_to (valid_to<?)

-- CertificateRepository.markWarned

UPDATE "certificates"
SET "warned_at" = ?
WHERE ("id" IN (?, …) AND "valid_to" <= ?);
-- plan: SEARCH certificates USING INDEX sqlite_autoindex_certificates_1 (id=?)

-- CertificateRepository.replaceSealed

UPDATE "certificates"
SET "sealed_key" = ?
WHERE ("id" = ? AND "version" = 1 AND "site_id" = ?);
-- plan: SEARCH certificates USING INDEX sqlite_autoindex_certificates_1 (id=?)

UPDATE "certificates"
SET "sealed_key" = ?
WHERE ("id" = ? AND "version" = 2 AND "site_id" = ?);
-- plan: SEARCH certificates USING INDEX sqlite_autoindex_certificates_1 (id=?)
