-- What a request under a key of a member wrote, and the fingerprint of what was sent. Nothing is compared for a key without
-- one: it is from a build that kept none.
create table engine.request_key (
    tenant_id   int    not null,
    member_id   uuid   not null,
    command     text   not null,
    key         text   not null,
    fingerprint bytea,
    made        uuid[] not null,
    version     bigint not null,
    constraint request_key_key primary key (tenant_id, member_id, command, key)
);
select engine.guard_tenant('engine.request_key');
