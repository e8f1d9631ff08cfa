-- An edit follows its component by what it is; a rename is one edit, no longer a removal and an addition.
alter table engine.change_set_component add column identity text collate "C";
comment on column engine.change_set_component.identity is
    'What the component is, whatever it and its object are called; null: it was not published when the edit started.';

alter table engine.change_set_component no force row level security;
update engine.change_set_component c set base_hash = old.base_hash
  from engine.change_set_component old
 where old.tenant_id = c.tenant_id and old.change_set_id = c.change_set_id and old.kind = c.kind
   and old.name = c.origin and old.body is null and c.base_hash is null;
delete from engine.change_set_component old
 using engine.change_set_component c
 where old.tenant_id = c.tenant_id and old.change_set_id = c.change_set_id and old.kind = c.kind
   and old.name = c.origin and old.body is null;
alter table engine.change_set_component force row level security;

-- Records are keyed by it, so two components with one identity would share values. The plan refuses that; the index stands
-- behind it, where no release has done it before.
do $$
begin
    create unique index release_component_identity on engine.release_component
        (tenant_id, kind, (case when kind = 'field' then split_part(name, '.', 1) else '' end), identity)
        where until is null and identity is not null;
exception when unique_violation then
    raise warning 'Components share identities: % stands without an index', 'engine.release_component';
end
$$;
