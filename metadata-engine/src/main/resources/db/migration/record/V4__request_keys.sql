-- What a request under an idempotency key of a member wrote, and what was sent, by value.
create table engine.record_key (
    tenant_id   int    not null,
    member_id   uuid   not null,
    key         text   not null,
    fingerprint bytea  not null,
    record_ids  uuid[] not null,
    version     bigint not null,
    constraint record_key_key primary key (tenant_id, member_id, key)
);
select engine.guard_tenant('engine.record_key');
