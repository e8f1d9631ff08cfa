-- Own components of tenants. A tenant that published nothing and edits nothing has no row in any of these tables.

create table engine.release_head (
    tenant_id int primary key,
    number    int not null,
    revision  bigint not null
);
comment on column engine.release_head.revision is 'Grows with each release and each change of a slot: what nodes compare.';

create table engine.release (
    tenant_id    int not null,
    number       int not null,
    comment      text not null,
    published_at timestamptz not null,
    published_by uuid not null,
    publisher    text not null,
    changes      int not null,
    constraint release_pk primary key (tenant_id, number)
);

create table engine.component_version (
    tenant_id int not null,
    hash      text collate "C" not null,
    body      text not null,
    constraint component_version_pk primary key (tenant_id, hash),
    constraint component_version_json check (body is json object)
);
comment on table engine.component_version is 'Documents by the SHA-256 of their key and canonical JSON.';

-- A component is in every release from since up to, not including, until.
create table engine.release_component (
    tenant_id int not null,
    kind      text collate "C" not null,
    name      text collate "C" not null,
    since     int not null,
    until     int,
    hash      text collate "C" not null,
    identity  text collate "C",
    constraint release_component_pk primary key (tenant_id, kind, name, since),
    constraint release_component_release foreign key (tenant_id, since) references engine.release,
    constraint release_component_version foreign key (tenant_id, hash) references engine.component_version,
    constraint release_component_range check (until > since)
);
create index release_component_live on engine.release_component (tenant_id) where until is null;
comment on column engine.release_component.identity is 'Of an object its object_id, of a field its id: what records are keyed by.';

create table engine.draft (
    tenant_id  int primary key,
    base       int not null,
    changed_at timestamptz not null,
    changed_by text not null
);

create table engine.draft_component (
    tenant_id int not null,
    kind      text collate "C" not null,
    name      text collate "C" not null,
    body      text,
    constraint draft_component_pk primary key (tenant_id, kind, name),
    constraint draft_component_draft foreign key (tenant_id) references engine.draft on delete cascade
);
comment on column engine.draft_component.body is 'Null: the component is to be removed.';

create sequence engine.object_number as int;

create table engine.object_registry (
    tenant_id  int not null,
    object_id  int not null,
    name       text collate "C" not null,
    standard   boolean not null,
    cell       text collate "C",
    next_field int not null,
    constraint object_registry_pk primary key (tenant_id, object_id),
    constraint object_registry_place check (standard = (cell is null))
);
create unique index object_registry_standard on engine.object_registry (tenant_id, name) where standard;
comment on table engine.object_registry is 'Objects the tenant made or added fields to; never deleted, so that a rollback finds its records again.';

create table engine.slot (
    tenant_id int not null,
    object_id int not null,
    slot      text collate "C" not null,
    field_id  text collate "C" not null,
    type      text collate "C" not null,
    scale     int not null,
    state     text collate "C" not null,
    since     timestamptz not null,
    constraint slot_pk primary key (tenant_id, object_id, slot),
    constraint slot_object foreign key (tenant_id, object_id) references engine.object_registry,
    constraint slot_state check (state in ('BUILDING', 'READY', 'RETIRING', 'SCRUBBING'))
);

select engine.guard_tenant(guarded::regclass)
from unnest(array[
    'engine.release_head', 'engine.release', 'engine.component_version', 'engine.release_component',
    'engine.draft', 'engine.draft_component', 'engine.object_registry', 'engine.slot']) as guarded;
