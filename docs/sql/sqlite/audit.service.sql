-- Written by `npm run sql`, see docs/database.md. The plans are those of SQLite.

-- Audit.record

INSERT INTO "audit_events"(
  "id", "site_id", "at", "action", "outcome", "reason", "actor_kind", "actor_id", "actor_name", "credential_kind",
    "credential_id", "subject_type", "subject_id", "subject_name", "address", "request_id", "details"
)
VALUES (?, …);

-- Audit.recordAll

INSERT INTO "audit_events"(
  "id", "site_id", "at", "action", "outcome", "reason", "actor_kind", "actor_id", "actor_name", "credential_kind",
    "credential_id", "subject_type", "subject_id", "subject_name", "address", "request_id", "details"
)
VALUES (?, …);
