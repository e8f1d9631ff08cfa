-- What every module's tables stand on. Run by the owner; the application role owns nothing.
create schema if not exists apps;

grant usage on schema engine, apps to ${appRole};
alter default privileges in schema engine grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema apps grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema engine grant usage on sequences to ${appRole};
alter default privileges in schema apps grant usage on sequences to ${appRole};

-- Third wall: forced row security. No tenant named in the transaction: no rows.
create function engine.guard_tenant(guarded regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format(
        'create policy tenant_guard on %s using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::int)'
        || ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::int)', guarded);
end
$$;

-- The one table without a policy: a host is resolved with it before there is a tenant. It holds names only.
create table engine.tenant (
    tenant_id  int primary key,
    slug       text not null,
    name       text not null,
    locale     text not null,
    currency   text not null,
    created_at timestamptz not null default now(),
    constraint tenant_slug_once unique (slug)
);
