-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- CertificateRepository.byId

SELECT `Certificate`.*
FROM `certificates` `Certificate`
WHERE ((`Certificate`.`id` = ?) AND (`Certificate`.`site_id` = ?))
LIMIT 1;
-- plan: Certificate: const PRIMARY (id)

-- CertificateRepository.byIdForUpdate

SELECT `Certificate`.*
FROM `certificates` `Certificate`
WHERE ((`Certificate`.`id` = ?) AND (`Certificate`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: Certificate: const PRIMARY (id)

-- CertificateRepository.page

SELECT `row`.*
FROM `certificates` `row`
WHERE ((`row`.`site_id` = ?) AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `certificates` `row`
WHERE ((`row`.`valid_to` < ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_certificates_site_id_id (site_id)

SELECT `row`.*
FROM `certificates` `row`
WHERE (`row`.`site_id` = ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_certificates_site_id_id (site_id)

-- CertificateRepository.insert

INSERT INTO `certificates`(
  `id`, `site_id`, `name`, `chain`, `sealed_key`, `valid_to`, `warned_at`, `version`, `created_at`, `updated_at`
)
VALUES (?, …);

-- CertificateRepository.update

UPDATE `certificates`
SET `name` = ?, `chain` = ?, `sealed_key` = ?, `valid_to` = ?, `warned_at` = ?, `version` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: certificates: range ix_certificates_site_id_id (site_id, id)

-- CertificateRepository.requireUnused

SELECT `Connection`.`id` AS `Connection_id`, `Connection`.`name` AS `Connection_name`
FROM `connections` `Connection`
WHERE (
  ((`Connection`.`ca_certificate_id` = ?) AND (`Connection`.`site_id` = ?))
    OR ((`Connection`.`client_certificate_id` = ?) AND (`Connection`.`site_id` = ?))
)
ORDER BY `Connection_name` ASC
LIMIT n;
-- plan: Connection: index_merge ix_connections_ca_certificate_id (ca_certificate_id) and ix_connections_client_certificate_id (client_certificate_id)

-- CertificateRepository.delete

DELETE FROM `certificates`
WHERE (`id` = ? AND `site_id` = ?);
-- plan: certificates: range ix_certificates_site_id_id (site_id, id)

SELECT `Connection`.`id` AS `Connection_id`, `Connection`.`name` AS `Connection_name`
FROM `connections` `Connection`
WHERE (
  ((`Connection`.`ca_certificate_id` = ?) AND (`Connection`.`site_id` = ?))
    OR ((`Connection`.`client_certificate_id` = ?) AND (`Connection`.`site_id` = ?))
)
ORDER BY `Connection_name` ASC
LIMIT n;
-- plan: Connection: index_merge ix_connections_ca_certificate_id (ca_certificate_id) and ix_connections_client_certificate_id (client_certificate_id)

-- CertificateRepository.nextAcrossSites

SELECT `Certificate`.*
FROM `certificates` `Certificate`
WHERE ((`Certificate`.`id` > ?) AND (NOT(`Certificate`.`sealed_key` IS NULL)))
ORDER BY `Certificate`.`id` ASC
LIMIT n;
-- plan: Certificate: range PRIMARY (id)

-- CertificateRepository.unwarnedAcrossSites

SELECT `Certificate`.*
FROM `certificates` `Certificate`
WHERE ((`Certificate`.`valid_to` <= ?) AND (`Certificate`.`warned_at` IS NULL))
ORDER BY `Certificate`.`valid_to` ASC
LIMIT n;
-- plan: Certificate: range ix_certificates_valid_to (valid_to)

-- CertificateRepository.markWarned

UPDATE `certificates`
SET `warned_at` = ?
WHERE (`id` IN (?, …) AND `valid_to` <= ?);
-- plan: certificates: range ix_certificates_valid_to (valid_to, id)

-- CertificateRepository.replaceSealed

UPDATE `certificates`
SET `sealed_key` = ?
WHERE (`id` = ? AND `version` = ? AND `site_id` = ?);
-- plan: certificates: range ix_certificates_site_id_id (site_id, id)
