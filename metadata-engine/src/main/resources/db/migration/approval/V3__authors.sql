-- Who has made or changed a record since its last approval was granted; none of them decides on it.
create table engine.approval_author (
    tenant_id int not null,
    object    text not null,
    record_id uuid not null,
    member_id uuid not null,
    constraint approval_author_key primary key (tenant_id, object, record_id, member_id)
);

alter table engine.approval no force row level security;
insert into engine.approval_author (tenant_id, object, record_id, member_id)
select distinct a.tenant_id, a.object, a.record_id, a.requester from engine.approval a
 where a.requested_at > all (
       select g.requested_at from engine.approval g
        where g.tenant_id = a.tenant_id and g.object = a.object and g.record_id = a.record_id and g.state = 'APPROVED');
alter table engine.approval force row level security;

select engine.guard_tenant('engine.approval_author');
