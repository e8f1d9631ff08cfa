-- Members are records too: owners and creators of records refer to them.
alter table engine.member
    add column id uuid not null generated always as (member_id) stored,
    add column data jsonb not null default '{}';
create unique index member_record on engine.member (tenant_id, id);
