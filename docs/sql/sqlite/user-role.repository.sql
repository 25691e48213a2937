-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- UserRoleRepository.ofUsers

SELECT "UserRole".*
FROM "user_roles" "UserRole"
WHERE (("UserRole"."user_id" IN (?, …)) AND ("UserRole"."site_id" = ?))
ORDER BY "UserRole"."role" ASC;
-- plan: SEARCH UserRole USING INDEX ix_user_roles_site_id_role (site_id=?)

-- UserRoleRepository.give

INSERT INTO "user_roles"("user_id", "role", "site_id")
VALUES (?, …);

-- UserRoleRepository.take

DELETE FROM "user_roles"
WHERE ("user_id" = ? AND "role" IN (?, …) AND "site_id" = ?);
-- plan: SEARCH user_roles USING INDEX sqlite_autoindex_user_roles_1 (user_id=? AND role=?)

-- UserRoleRepository.takeAll

DELETE FROM "user_roles"
WHERE ("user_id" = ? AND "site_id" = ?);
-- plan: SEARCH user_roles USING INDEX ix_user_roles_site_id_role (site_id=?)

-- UserRoleRepository.holders

SELECT "UserRole".*
FROM "user_roles" "UserRole"
WHERE (("UserRole"."role" IN (?, …)) AND ("UserRole"."site_id" = ?));
-- plan: SEARCH UserRole USING INDEX ix_user_roles_site_id_role (site_id=? AND role=?)
