-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- UserRepository.insert

INSERT INTO `users`(
  `id`, `site_id`, `username`, `email`, `kind`, `status`, `password_hash`, `password_changed_at`, `created_at`,
    `updated_at`
)
VALUES (?, …);

-- UserRepository.update

UPDATE `users`
SET `password_hash` = ?, `password_changed_at` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: users: range ix_users_site_id_id (site_id, id)

UPDATE `users`
SET `status` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: users: range ix_users_site_id_id (site_id, id)

UPDATE `users`
SET `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: users: range ix_users_site_id_id (site_id, id)

-- UserRepository.byId

SELECT `User`.*
FROM `users` `User`
WHERE ((`User`.`id` = ?) AND (`User`.`status` != ?) AND (`User`.`site_id` = ?))
LIMIT 1;
-- plan: User: const PRIMARY (id)

-- UserRepository.byIdForUpdate

SELECT `User`.*
FROM `users` `User`
WHERE ((`User`.`id` = ?) AND (`User`.`status` != ?) AND (`User`.`site_id` = ?))
LIMIT 1
FOR UPDATE;
-- plan: User: const PRIMARY (id)

-- UserRepository.byLogin

SELECT `User`.*
FROM `users` `User`
WHERE ((`User`.`status` != ?) AND (`User`.`username` = ?))
LIMIT 1;
-- plan: User: const uq_users_username (username)

-- UserRepository.activePersons

SELECT `User`.*
FROM `users` `User`
WHERE ((`User`.`id` IN (?, …)) AND (`User`.`status` = ?) AND (`User`.`kind` = ?) AND (`User`.`site_id` = ?));
-- plan: User: range ix_users_site_id_id (site_id, id)

-- UserRepository.countSigningIn

SELECT COUNT(1) AS `cnt`
FROM `users` `User`
WHERE (
  (`User`.`id` IN (?, …))
    AND (`User`.`status` = ?)
    AND (`User`.`kind` = ?)
    AND (NOT(`User`.`password_hash` IS NULL))
    AND (`User`.`site_id` = ?)
);
-- plan: User: const PRIMARY (id)

-- UserRepository.byIds

SELECT `User`.*
FROM `users` `User`
WHERE ((`User`.`id` IN (?, …)) AND (`User`.`status` != ?) AND (`User`.`site_id` = ?));
-- plan: User: const PRIMARY (id)

-- UserRepository.makeTombstone

UPDATE `users`
SET `username` = ?, `email` = ?, `password_hash` = ?, `password_changed_at` = ?, `status` = ?, `updated_at` = ?
WHERE (`id` = ? AND `site_id` = ?);
-- plan: users: range ix_users_site_id_id (site_id, id)

-- UserRepository.page

SELECT `row`.*
FROM `users` `row`
WHERE (
  ((`row`.`status` != ?) AND (`row`.`site_id` = ?))
    AND (`row`.`username` LIKE ? ESCAPE '!' OR `row`.`email` LIKE ? ESCAPE '!')
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_users_site_id_id (site_id)

SELECT `row`.*
FROM `users` `row`
WHERE (
  ((`row`.`status` != ?) AND (`row`.`site_id` = ?))
    AND EXISTS (SELECT 1 FROM user_roles held WHERE held.user_id = `row`.`id` AND held.role = ?)
)
  AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_users_site_id_id (site_id)
-- plan: held: eq_ref PRIMARY (user_id, role)

SELECT `row`.*
FROM `users` `row`
WHERE (((`row`.`status` != ?) AND (`row`.`site_id` = ?)) AND `row`.`id` < ?) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: range PRIMARY (id)

SELECT `row`.*
FROM `users` `row`
WHERE ((`row`.`kind` = ?) AND (`row`.`status` != ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_users_site_id_id (site_id)

SELECT `row`.*
FROM `users` `row`
WHERE ((`row`.`status` != ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_users_site_id_id (site_id)

SELECT `row`.*
FROM `users` `row`
WHERE ((`row`.`status` = ?) AND (`row`.`site_id` = ?)) AND (`row`.`site_id` = ?)
ORDER BY `row`.`id` DESC
LIMIT n;
-- plan: row: ref ix_users_site_id_id (site_id)
