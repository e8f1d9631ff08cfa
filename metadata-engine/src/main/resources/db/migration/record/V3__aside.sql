-- Values to find and sort by whose object has no slot column left of their kind: one row for each record and field, in one
-- of the typed columns. As slots are, they are derived from data. Objects in tables of their own share the number 0, and
-- their field is told with the object: partner.a7.
create table engine.rec_aside (
    tenant_id int not null,
    object_id int not null,
    field_id  text collate "C" not null,
    id        uuid not null,
    t         text collate "C",
    n         bigint,
    d         timestamptz,
    r         uuid,
    constraint rec_aside_pk primary key (tenant_id, object_id, field_id, id)
) with (fillfactor = 90);
create index rec_aside_record on engine.rec_aside (tenant_id, object_id, id);
create index rec_aside_t on engine.rec_aside (tenant_id, object_id, field_id, t, id) where t is not null;
create index rec_aside_n on engine.rec_aside (tenant_id, object_id, field_id, n, id) where n is not null;
create index rec_aside_d on engine.rec_aside (tenant_id, object_id, field_id, d, id) where d is not null;
create index rec_aside_r on engine.rec_aside (tenant_id, object_id, field_id, r, id) where r is not null;
create statistics engine.rec_aside_of_field (dependencies, ndistinct) on tenant_id, object_id, field_id from engine.rec_aside;
select engine.guard_tenant('engine.rec_aside');
comment on table engine.rec_aside is 'Index of fields beyond the slot columns of their object.';
