-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- InvitationRepository.insert

INSERT INTO `invitations`(
  `id`, `site_id`, `user_id`, `hash`, `made_by`, `issued_with_kind`, `issued_with`, `expires_at`, `created_at`,
    `used_at`
)
VALUES (?, …);

-- InvitationRepository.byHash

SELECT `Invitation`.*
FROM `invitations` `Invitation`
WHERE (`Invitation`.`hash` = ?)
LIMIT 1;
-- plan: Invitation: const uq_invitations_hash (hash)

-- InvitationRepository.openByHashes

SELECT `Invitation`.*
FROM `invitations` `Invitation`
WHERE ((`Invitation`.`hash` IN (?, …)) AND (`Invitation`.`used_at` IS NULL) AND (`Invitation`.`expires_at` > ?));
-- plan: Invitation: range uq_invitations_hash (hash)

-- InvitationRepository.withdrawOne

DELETE FROM `invitations`
WHERE (`id` = ? AND `used_at` IS NULL AND `site_id` = ?);
-- plan: invitations: range ix_invitations_used_at (used_at, id)

-- InvitationRepository.markUsed

UPDATE `invitations`
SET `used_at` = ?
WHERE (`id` = ? AND `used_at` IS NULL AND `site_id` = ?);
-- plan: invitations: range ix_invitations_used_at (used_at, id)

-- InvitationRepository.withdraw

DELETE FROM `invitations`
WHERE (`user_id` = ? AND `used_at` IS NULL AND `site_id` = ?);
-- plan: invitations: range ix_invitations_user_id (user_id)

-- InvitationRepository.deleteAll

DELETE FROM `invitations`
WHERE (`user_id` = ? AND `site_id` = ?);
-- plan: invitations: range ix_invitations_user_id (user_id)
