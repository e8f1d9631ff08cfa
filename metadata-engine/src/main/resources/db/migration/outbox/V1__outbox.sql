-- Written in the transaction of the change, emptied by the relay. One index: an append is one cheap insert.
create table engine.outbox (
    tenant_id   int not null,
    position    bigint generated always as identity,
    topic       text not null,
    message_key text not null,
    payload     text not null,
    written_at  timestamptz not null default now(),
    constraint outbox_key primary key (tenant_id, position)
);
select engine.guard_tenant('engine.outbox');

-- Whoever holds the lock of this row delivers for the tenant: order per key needs no more.
create table engine.outbox_turn (
    tenant_id int not null,
    constraint outbox_turn_key primary key (tenant_id)
);
select engine.guard_tenant('engine.outbox_turn');

-- What a consumer rejected, and what waits behind it under the same key.
create table engine.outbox_retry (
    tenant_id   int not null,
    consumer    text not null,
    position    bigint not null,
    topic       text not null,
    message_key text not null,
    payload     text not null,
    written_at  timestamptz not null,
    attempts    int not null,
    due_at      timestamptz not null,
    dead        boolean not null default false,
    error       text not null,
    constraint outbox_retry_key primary key (tenant_id, consumer, position)
);
create index outbox_retry_by_key on engine.outbox_retry (tenant_id, consumer, message_key, position) where not dead;
select engine.guard_tenant('engine.outbox_retry');

-- The relay asks for whom there is work; the answer is ids of tenants, nothing of theirs.
create policy outbox_owner on engine.outbox for select to current_user using (true);
create policy outbox_retry_owner on engine.outbox_retry for select to current_user using (true);

create function engine.outbox_tenants() returns setof int
    language sql stable security definer set search_path = '' as $$
    with recursive waiting (tenant_id) as (
        (select o.tenant_id from engine.outbox o order by o.tenant_id limit 1)
        union all
        select (select o.tenant_id from engine.outbox o where o.tenant_id > w.tenant_id order by o.tenant_id limit 1)
          from waiting w
         where w.tenant_id is not null
    )
    select w.tenant_id from waiting w where w.tenant_id is not null
    union
    select r.tenant_id from engine.outbox_retry r where not r.dead and r.due_at <= now()
$$;
revoke execute on function engine.outbox_tenants() from public;
grant execute on function engine.outbox_tenants() to ${appRole};
