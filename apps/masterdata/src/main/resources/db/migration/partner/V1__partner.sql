-- Columns for tenants' own fields of a standard object: the truth in data, and derived slots to filter and sort by.
create function apps.add_slots(target regclass) returns void language plpgsql as $$
declare slot text;
begin
    execute format(
        'alter table %s add column data jsonb not null default ''{}'','
        || ' add t1 text collate "C", add t2 text collate "C", add t3 text collate "C",'
        || ' add n1 bigint, add n2 bigint, add d1 timestamptz, add d2 timestamptz,'
        || ' add r1 uuid, add r2 uuid, add u1 text collate "C"', target);
    foreach slot in array array['t1', 't2', 't3', 'n1', 'n2', 'd1', 'd2', 'r1', 'r2'] loop
        execute format('create index on %s (tenant_id, %I, id) where %I is not null', target, slot, slot);
    end loop;
    execute format('create unique index on %s (tenant_id, u1) where u1 is not null', target);
end
$$;

-- The path holds a segment for each ancestor and the partner itself, each closed by '/': all below a partner lie in
-- one range of the path's index.
create table apps.partner (
    tenant_id   int not null,
    id          uuid not null,
    code        text collate "C" not null,
    name        text not null,
    role        text not null,
    tier        int not null,
    parent_id   uuid,
    path        text collate "C" not null,
    status      text not null,
    province    text not null default '',
    city        text not null default '',
    district    text not null default '',
    street      text not null default '',
    postal_code text not null default '',
    contact     text not null default '',
    phone       text not null default '',
    version     int not null default 0,
    created_at  timestamptz not null default now(),
    constraint partner_key primary key (tenant_id, id),
    constraint partner_code_once unique (tenant_id, code),
    constraint partner_path_once unique (tenant_id, path),
    constraint partner_parent foreign key (tenant_id, parent_id) references apps.partner (tenant_id, id),
    constraint partner_parent_by_role check ((parent_id is null) = (role in ('HEAD_OFFICE', 'VENDOR'))),
    constraint partner_path_closed check (path like '%/')
) with (fillfactor = 90);
create index partner_by_parent on apps.partner (tenant_id, parent_id);
create unique index partner_head_office_once on apps.partner (tenant_id) where role = 'HEAD_OFFICE';
select apps.add_slots('apps.partner');
select engine.guard_tenant('apps.partner');

create table apps.trading_account (
    tenant_id   int not null,
    id          uuid not null,
    seller_id   uuid not null,
    buyer_id    uuid not null,
    currency    text collate "C" not null,
    price_group text,
    regions     text[] not null default '{}',
    status      text not null,
    version     int not null default 0,
    created_at  timestamptz not null default now(),
    constraint trading_account_key primary key (tenant_id, id),
    constraint trading_account_once unique (tenant_id, seller_id, buyer_id, currency),
    constraint trading_account_seller foreign key (tenant_id, seller_id) references apps.partner (tenant_id, id),
    constraint trading_account_buyer foreign key (tenant_id, buyer_id) references apps.partner (tenant_id, id),
    constraint trading_account_two_sides check (seller_id <> buyer_id)
) with (fillfactor = 90);
create index trading_account_by_buyer on apps.trading_account (tenant_id, buyer_id);
create index trading_account_by_seller on apps.trading_account (tenant_id, seller_id, id);
select engine.guard_tenant('apps.trading_account');
