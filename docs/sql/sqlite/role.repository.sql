-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- RoleRepository.all

SELECT "Role".*
FROM "roles" "Role"
WHERE ("Role"."site_id" = ?)
ORDER BY "Role"."name" ASC;
-- plan: SEARCH Role USING INDEX uq_roles_site_id_name (site_id=?)

-- RoleRepository.byNameForUpdate

SELECT "Role".*
FROM "roles" "Role"
WHERE (("Role"."name" = ?) AND ("Role"."site_id" = ?))
LIMIT 1;
-- plan: SEARCH Role USING INDEX uq_roles_site_id_name (site_id=? AND name=?)

-- RoleRepository.insert

INSERT INTO "roles"("id", "site_id", "name", "description", "scopes", "created_at", "updated_at")
VALUES (?, …);

-- RoleRepository.update

UPDATE "roles"
SET "description" = ?, "scopes" = ?, "updated_at" = ?
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH roles USING INDEX sqlite_autoindex_roles_1 (id=?)

-- RoleRepository.delete

DELETE FROM "roles"
WHERE ("id" = ? AND "site_id" = ?);
-- plan: SEARCH roles USING INDEX sqlite_autoindex_roles_1 (id=?)

-- RoleRepository.countHolders

SELECT (
  SELECT COUNT(*) FROM user_roles held WHERE held.site_id = "row"."site_id" AND held.role = "row"."name"
) AS "holders"
FROM "roles" "row"
WHERE ("row"."id" = ?) AND ("row"."site_id" = ?);
-- plan: SEARCH row USING INDEX sqlite_autoindex_roles_1 (id=?)
-- plan: CORRELATED SCALAR SUBQUERY 1
-- plan: SEARCH held USING COVERING INDEX ix_user_roles_site_id_role (site_id=? AND role=?)
