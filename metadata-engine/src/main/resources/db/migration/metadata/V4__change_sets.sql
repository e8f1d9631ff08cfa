-- Several change sets at once, each with a name and an author; each edit knows what it started from.
create table engine.change_set (
    tenant_id     int not null,
    change_set_id uuid not null,
    name          text not null,
    author        uuid,
    author_name   text not null,
    base          int not null,
    changed_at    timestamptz not null,
    changed_by    text not null,
    constraint change_set_pk primary key (tenant_id, change_set_id)
);
comment on column engine.change_set.author is 'Null: from before there were authors; the next who edits takes it over.';

create table engine.change_set_component (
    tenant_id     int not null,
    change_set_id uuid not null,
    kind          text collate "C" not null,
    name          text collate "C" not null,
    body          text,
    base_hash     text collate "C",
    origin        text collate "C",
    constraint change_set_component_pk primary key (tenant_id, change_set_id, kind, name),
    constraint change_set_component_set foreign key (tenant_id, change_set_id) references engine.change_set on delete cascade
);
comment on column engine.change_set_component.body is 'Null: the component is to be removed.';
comment on column engine.change_set_component.base_hash is 'The published document the edit started from; null: there was none.';
comment on column engine.change_set_component.origin is 'The name of the component before it was renamed: it keeps its identity.';

create table engine.change_set_choice (
    tenant_id     int not null,
    member_id     uuid not null,
    change_set_id uuid not null,
    constraint change_set_choice_pk primary key (tenant_id, member_id),
    constraint change_set_choice_set foreign key (tenant_id, change_set_id) references engine.change_set on delete cascade
);
create index change_set_choice_by_set on engine.change_set_choice (tenant_id, change_set_id);

alter table engine.draft no force row level security;
alter table engine.draft_component no force row level security;
alter table engine.release_component no force row level security;

insert into engine.change_set (tenant_id, change_set_id, name, author, author_name, base, changed_at, changed_by)
select tenant_id, gen_random_uuid(), changed_by, null, changed_by, base, changed_at, changed_by from engine.draft;

insert into engine.change_set_component (tenant_id, change_set_id, kind, name, body, base_hash)
select d.tenant_id, s.change_set_id, d.kind, d.name, d.body, r.hash
  from engine.draft_component d
  join engine.change_set s on s.tenant_id = d.tenant_id
  left join engine.release_component r on r.tenant_id = d.tenant_id and r.kind = d.kind and r.name = d.name
       and r.since <= s.base and (r.until is null or r.until > s.base);

alter table engine.release_component force row level security;
drop table engine.draft_component;
drop table engine.draft;

select engine.guard_tenant(guarded::regclass)
from unnest(array['engine.change_set', 'engine.change_set_component', 'engine.change_set_choice']) as guarded;

-- What shipped when a tenant published last: it stays on that where what ships now does not fit.
create table engine.shipped_layer (
    hash text collate "C" primary key,
    body text not null
);
comment on table engine.shipped_layer is 'Standard components of a version of the platform; nothing of any tenant.';
alter table engine.release_head add column layer text collate "C";
