-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- ConnectionVersionsQuery.all

SELECT c.id AS id, c.version AS own, k.version AS credential, a.version AS ca, t.version AS client
FROM connections c
LEFT JOIN credentials k ON k.id = c.credential_id
LEFT JOIN certificates a ON a.id = c.ca_certificate_id
LEFT JOIN certificates t ON t.id = c.client_certificate_id;
-- plan: SCAN c
-- plan: SEARCH k USING INDEX sqlite_autoindex_credentials_1 (id=?) LEFT-JOIN
-- plan: SEARCH a USING INDEX sqlite_autoindex_certificates_1 (id=?) LEFT-JOIN
-- plan: SEARCH t USING INDEX sqlite_autoindex_certificates_1 (id=?) LEFT-JOIN
