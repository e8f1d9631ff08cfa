-- What the platform must still be told: the work list of the installation, read over all tenants, hence without row
-- policy. It names ids only; what is told of them is read from their tenant's rows when the call is made.
create table provisioning_job (
    tenant_id  int         not null,
    id         uuid        not null,
    client_id  uuid,
    attempts   int         not null default 0,
    next_at    timestamptz not null,
    last_error text,
    created_at timestamptz not null default now(),
    constraint provisioning_job_key primary key (tenant_id, id)
);
create index provisioning_job_due on provisioning_job (next_at);
