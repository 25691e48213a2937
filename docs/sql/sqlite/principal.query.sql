-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- PrincipalQuery.tokensNow

SELECT v.hash AS hash,
  JSON_OBJECT(
    'id', t.id, 'kind', t.kind, 'name', t.name, 'createdAt', t.created_at, 'expiresAt', t.expires_at, 'validUntil',
      v.valid_until, 'rotatedAt', t.rotated_at, 'revokedAt', t.revoked_at, 'confirmedAt', NULL, 'lastSeenAt', NULL,
      'scopes', t.scopes, 'ceiling', t.ceiling, 'allowedNetworks', t.allowed_networks, 'accountId', t.account_id,
      'accountStatus', a.status, 'transferredFrom', COALESCE(t.transferred_from, v.transferred_from), 'transferredAt',
      COALESCE(t.transferred_at, v.transferred_at), 'lineageKey', COALESCE(v.lineage_key, t.id), 'madeBy',
      COALESCE(v.made_by, t.created_by), 'applicationId', app.id, 'applicationScopes', app.scopes,
      'applicationCeiling', app.ceiling, 'applicationOwnerId', app.owner_id, 'applicationDeletedAt', app.deleted_at,
      'applicationEndsAt', app.ends_at, 'clientId', app.client_id, 'policy', s.policy, 'lastUsedAt',
      CASE WHEN s.policy IS NOT NULL THEN t.last_used_at END, 'siteId', u.site_id, 'userId', u.id, 'username',
      u.username, 'userKind', u.kind, 'userStatus', u.status
  ) AS principal, ur.role AS role, r.scopes AS scopes
FROM token_values v
JOIN tokens t ON t.id = v.token_id
JOIN users u ON u.id = t.owner_id
JOIN sites s ON s.id = t.site_id
LEFT JOIN accounts a ON a.id = t.account_id
LEFT JOIN applications app ON app.id = t.application_id
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
WHERE v.hash IN (?, …);
-- plan: SEARCH v USING INDEX sqlite_autoindex_token_values_1 (hash=?)
-- plan: SEARCH t USING INDEX sqlite_autoindex_tokens_1 (id=?)
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH s USING INDEX sqlite_autoindex_sites_1 (id=?)
-- plan: SEARCH a USING INDEX sqlite_autoindex_accounts_1 (id=?) LEFT-JOIN
-- plan: SEARCH app USING INDEX sqlite_autoindex_applications_1 (id=?) LEFT-JOIN
-- plan: SEARCH ur USING INDEX sqlite_autoindex_user_roles_1 (user_id=?) LEFT-JOIN
-- plan: SEARCH r USING INDEX ix_roles_site_id_id (site_id=?) LEFT-JOIN

-- PrincipalQuery.accountsNow

SELECT a.id AS hash, JSON_OBJECT('kind', 'account', 'id', a.id, 'siteId', a.site_id, 'status', a.status) AS principal,
  NULL AS role, NULL AS scopes
FROM accounts a
WHERE a.id IN (?, …);
-- plan: SEARCH a USING INDEX sqlite_autoindex_accounts_1 (id=?)

-- PrincipalQuery.secretsNow

SELECT c.hash AS hash,
  JSON_OBJECT(
    'id', c.id, 'kind', 'secret', 'name', app.name, 'createdAt', c.created_at, 'validUntil', c.expires_at,
      'revokedAt', c.revoked_at, 'transferredFrom', app.transferred_from, 'transferredAt', app.transferred_at,
      'lineageKey', c.id, 'madeBy', COALESCE(c.made_by, app.created_by), 'applicationId', app.id, 'applicationScopes',
      app.scopes, 'applicationCeiling', app.ceiling, 'applicationOwnerId', app.owner_id, 'applicationDeletedAt',
      app.deleted_at, 'applicationEndsAt', app.ends_at, 'clientId', app.client_id, 'siteId', u.site_id, 'userId',
      u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status
  ) AS principal, ur.role AS role, r.scopes AS scopes
FROM client_secrets c
JOIN applications app ON app.id = c.application_id
JOIN users u ON u.id = app.owner_id
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
WHERE c.hash IN (?, …)
UNION ALL
SELECT d.hash AS hash,
  JSON_OBJECT(
    'id', u.id, 'kind', 'secret', 'name', 'developer secret', 'createdAt', d.created_at, 'lineageKey', u.id, 'madeBy',
      u.id, 'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status
  ) AS principal, ur.role AS role, r.scopes AS scopes
FROM developer_secrets d
JOIN users u ON u.id = d.user_id
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
WHERE d.hash IN (?, …);
-- plan: COMPOUND QUERY
-- plan: LEFT-MOST SUBQUERY
-- plan: SEARCH c USING INDEX uq_client_secrets_hash (hash=?)
-- plan: SEARCH app USING INDEX sqlite_autoindex_applications_1 (id=?)
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH ur USING INDEX sqlite_autoindex_user_roles_1 (user_id=?) LEFT-JOIN
-- plan: SEARCH r USING INDEX ix_roles_site_id_id (site_id=?) LEFT-JOIN
-- plan: UNION ALL
-- plan: SEARCH d USING INDEX uq_developer_secrets_hash (hash=?)
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH ur USING INDEX sqlite_autoindex_user_roles_1 (user_id=?) LEFT-JOIN
-- plan: SEARCH r USING INDEX ix_roles_site_id_id (site_id=?) LEFT-JOIN

-- PrincipalQuery.sessionsNow

SELECT e.id AS hash,
  JSON_OBJECT(
    'id', e.id, 'kind', 'session', 'name', 'session', 'createdAt', e.created_at, 'expiresAt', e.expires_at,
      'revokedAt', e.ended_at, 'confirmedAt', e.confirmed_at, 'lastSeenAt', e.last_seen_at, 'lineageKey', e.id,
      'madeBy', u.id, 'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus',
      u.status
  ) AS principal, ur.role AS role, r.scopes AS scopes
FROM sessions e
JOIN users u ON u.id = e.user_id
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
WHERE e.id IN (?, …);
-- plan: SEARCH e USING INDEX sqlite_autoindex_sessions_1 (id=?)
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH ur USING INDEX sqlite_autoindex_user_roles_1 (user_id=?) LEFT-JOIN
-- plan: SEARCH r USING INDEX ix_roles_site_id_id (site_id=?) LEFT-JOIN

-- PrincipalQuery.byPersonId

SELECT '' AS hash,
  JSON_OBJECT(
    'id', u.id, 'kind', 'session', 'name', 'password', 'createdAt', u.created_at, 'lineageKey', u.id, 'madeBy', u.id,
      'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status
  ) AS principal, ur.role AS role, r.scopes AS scopes
FROM users u
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
WHERE u.id = ? AND u.kind = 'person';
-- plan: SEARCH u USING INDEX sqlite_autoindex_users_1 (id=?)
-- plan: SEARCH ur USING INDEX sqlite_autoindex_user_roles_1 (user_id=?) LEFT-JOIN
-- plan: SEARCH r USING INDEX ix_roles_site_id_id (site_id=?) LEFT-JOIN
