-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- ConnectionVersionsQuery.all

SELECT c.id AS id, c.version AS own, k.version AS credential, a.version AS ca, t.version AS client
FROM connections c
LEFT JOIN credentials k ON k.id = c.credential_id
LEFT JOIN certificates a ON a.id = c.ca_certificate_id
LEFT JOIN certificates t ON t.id = c.client_certificate_id;
-- plan: c: ALL
-- plan: k: eq_ref PRIMARY (id)
-- plan: a: eq_ref PRIMARY (id)
-- plan: t: eq_ref PRIMARY (id)
