-- The directory of tenants. The owner runs this; the role "${worker}" only works on rows and can never pass row security.
grant usage on schema control to "${worker}";
alter default privileges in schema control grant select, insert, update, delete on tables to "${worker}";
alter default privileges in schema control grant usage on sequences to "${worker}";

-- Gives a table to its tenants, each its rows: no tenant set means no rows. Forced, so that it holds for the owner too.
create function guard_tenant(guarded regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format(
        'create policy tenant_guard on %s using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::int)'
        ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::int)', guarded);
end $$;

-- shard and tenant say which tenants there are and where; they belong to the installation, and a tenant is found by
-- them before there is one. So they have no tenant_id and no row policy.
create table shard (
    id   text    not null,
    open boolean not null default true,
    constraint shard_key primary key (id)
);

create sequence tenant_number as int;

create table tenant (
    id         int         not null,
    slug       text        not null,
    name       text        not null,
    locale     text        not null,
    currency   text        not null,
    accent     text        not null,
    shard      text        not null,
    state      text        not null default 'preparing',
    created_at timestamptz not null default now(),
    constraint tenant_key primary key (id),
    constraint tenant_slug_once unique (slug),
    constraint tenant_shard foreign key (shard) references shard (id),
    constraint tenant_state_known check (state in ('preparing', 'active')),
    constraint tenant_accent_form check (accent ~ '^#[0-9a-f]{6}$')
);
create index tenant_by_shard on tenant (shard);

-- Hosts that a tenant brought. A host belongs to one tenant of the whole installation, hence the one key without
-- tenant_id. Besides its tenant, only who already names a host may read its row: that is how a tenant is found.
create table tenant_domain (
    tenant_id  int         not null,
    host       text        not null,
    created_at timestamptz not null default now(),
    constraint tenant_domain_key primary key (tenant_id, host),
    constraint tenant_domain_host_once unique (host),
    constraint tenant_domain_tenant foreign key (tenant_id) references tenant (id),
    constraint tenant_domain_host_form check (host = lower(host) and host ~ '^[a-z0-9.-]{4,253}$')
);
select guard_tenant('tenant_domain');
create policy host_asked_for on tenant_domain for select using (host = nullif(current_setting('app.host', true), ''));
