-- A key is its member's: two members may choose the same one.
alter table engine.import_job
    drop constraint import_job_once,
    add constraint import_job_once unique (tenant_id, member_id, idempotency_key);
