-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- DeploymentVersion.write

INSERT INTO "deployment_state"("id", "version")
VALUES (?, …);

SELECT "DeploymentState".*
FROM "deployment_state" "DeploymentState"
WHERE ("DeploymentState"."id" = ?)
LIMIT 1;
-- plan: SEARCH DeploymentState USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

UPDATE "deployment_state"
SET "version" = 2
WHERE "id" = ?;
-- plan: SEARCH deployment_state USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

UPDATE "deployment_state"
SET "version" = 3
WHERE "id" = ?;
-- plan: SEARCH deployment_state USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

UPDATE "deployment_state"
SET "version" = 4
WHERE "id" = ?;
-- plan: SEARCH deployment_state USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

UPDATE "deployment_state"
SET "version" = 5
WHERE "id" = ?;
-- plan: SEARCH deployment_state USING INDEX sqlite_autoindex_deployment_state_1 (id=?)

UPDATE "deployment_state"
SET "version" = 6
WHERE "id" = ?;
-- plan: SEARCH deployment_state USING INDEX sqlite_autoindex_deployment_state_1 (id=?)
