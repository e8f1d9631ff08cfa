create table engine.import_job (
    tenant_id       int not null,
    import_id       uuid not null,
    target          text not null,
    mode            text not null,
    state           text not null,
    file_name       text not null,
    digest          text not null,
    idempotency_key text,
    member_id       uuid not null,
    partner_id      uuid,
    columns         text[] not null,
    ignored         text[] not null,
    rows_total      bigint not null default 0,
    chunks          int not null default 0,
    next_chunk      int not null default 0,
    next_row        int not null default 0,
    checked         bigint not null default 0,
    stored          bigint not null default 0,
    bad             bigint not null default 0,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    constraint import_job_key primary key (tenant_id, import_id),
    constraint import_job_once unique (tenant_id, idempotency_key),
    constraint import_job_mode check (mode in ('ALL_OR_NOTHING', 'GOOD_ROWS')),
    constraint import_job_state check (state in ('RUNNING', 'APPLYING', 'DONE', 'REJECTED', 'CANCELLED'))
);
create index import_job_open on engine.import_job (tenant_id, import_id) where ended_at is null;
create index import_job_latest on engine.import_job (tenant_id, started_at desc, import_id desc);
select engine.guard_tenant('engine.import_job');

-- The file's rows until they are applied: JSON arrays of [line, [cells]].
create table engine.import_chunk (
    tenant_id int not null,
    import_id uuid not null,
    chunk     int not null,
    cells     text not null,
    constraint import_chunk_key primary key (tenant_id, import_id, chunk),
    constraint import_chunk_job foreign key (tenant_id, import_id) references engine.import_job
);
select engine.guard_tenant('engine.import_chunk');

create table engine.import_error (
    tenant_id  int not null,
    import_id  uuid not null,
    row_number bigint not null,
    ordinal    int not null,
    field      text not null,
    code       text not null,
    arguments  text[] not null,
    constraint import_error_key primary key (tenant_id, import_id, row_number, ordinal),
    constraint import_error_job foreign key (tenant_id, import_id) references engine.import_job
);
select engine.guard_tenant('engine.import_error');

-- A wish of its own row: the job's row is locked while a chunk is at work.
create table engine.import_cancel (
    tenant_id int not null,
    import_id uuid not null,
    constraint import_cancel_key primary key (tenant_id, import_id)
);
select engine.guard_tenant('engine.import_cancel');

create policy import_job_owner on engine.import_job for select to current_user using (true);

create function engine.import_tenants() returns setof int
    language sql stable security definer set search_path = '' as $$
    select distinct j.tenant_id from engine.import_job j where j.ended_at is null
$$;
revoke execute on function engine.import_tenants() from public;
grant execute on function engine.import_tenants() to ${appRole};
