-- Written by `npm run sql`, see docs/database.md. The plans are those of MariaDB 10.11.

-- DeploymentVersion.write

SELECT `DeploymentState`.*
FROM `deployment_state` `DeploymentState`
WHERE (`DeploymentState`.`id` = ?)
LIMIT 1
FOR UPDATE;
-- plan: DeploymentState: const PRIMARY (id)

UPDATE `deployment_state`
SET `version` = ?
WHERE `id` = ?;
-- plan: deployment_state: range PRIMARY (id)
