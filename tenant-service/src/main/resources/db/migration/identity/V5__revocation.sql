-- What was revoked: ids of tokens, of sign-in sessions and of programs' secrets, as tokens carry them. Every node reads
-- them over all tenants, hence no row policy: they name ids only. A row goes when the last token of its time has expired.
create table revocation (
    tenant_id  int         not null,
    id         uuid        not null,
    revoked_at timestamptz not null,
    forget_at  timestamptz not null,
    constraint revocation_key primary key (tenant_id, id)
);
create index revocation_time on revocation (revoked_at);
create index revocation_end on revocation (forget_at);

-- Members and programs can be put out of work for a while. Each secret of a program has an id, which its tokens carry.
-- Policies are forced on the owner too, and let go for filling the new column.
alter table membership add column active boolean not null default true;
alter table api_client add column active boolean not null default true;
alter table api_client add column secret_id uuid;
alter table api_client no force row level security;
update api_client set secret_id = id;
alter table api_client force row level security;
alter table api_client alter column secret_id set not null;
create index authorization_grant_client on authorization_grant (tenant_id, (content ->> 'client'));
