-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- UserRoleRepository.ofUsers

SELECT `UserRole`.*
FROM `user_roles` `UserRole`
WHERE ((`UserRole`.`user_id` IN (?, …)) AND (`UserRole`.`site_id` = ?))
ORDER BY `UserRole`.`role` ASC;
-- plan: UserRole: ref ix_user_roles_site_id_role (site_id)

-- UserRoleRepository.give

INSERT INTO `user_roles`(`user_id`, `role`, `site_id`)
VALUES (?, …);

-- UserRoleRepository.take

DELETE FROM `user_roles`
WHERE (`user_id` = ? AND `role` IN (?, …) AND `site_id` = ?);
-- plan: user_roles: range ix_user_roles_site_id_role (site_id, role, user_id)

-- UserRoleRepository.takeAll

DELETE FROM `user_roles`
WHERE (`user_id` = ? AND `site_id` = ?);
-- plan: user_roles: range PRIMARY (user_id)

-- UserRoleRepository.holders

SELECT `UserRole`.*
FROM `user_roles` `UserRole`
WHERE ((`UserRole`.`role` IN (?, …)) AND (`UserRole`.`site_id` = ?));
-- plan: UserRole: ref ix_user_roles_site_id_role (site_id, role)
