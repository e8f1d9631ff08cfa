-- A grant that names no rows is for the member's own from now on. What was published before meant all rows, and goes on
-- meaning it: the grants say so now. A document that changes has another hash, which is never one that content has.
create function engine.with_rows(body text) returns text language sql immutable as $$
    select case
        when jsonb_typeof(body::jsonb -> 'objects') = 'object' then (jsonb_set(body::jsonb, '{objects}', (
            select coalesce(jsonb_object_agg(key, case
                when jsonb_typeof(value) = 'object' and not value ? 'rows' then value || '{"rows": "all"}'
                else value end), '{}')
            from jsonb_each(body::jsonb -> 'objects'))))::text
        else body end
$$;

alter table engine.component_version no force row level security;
alter table engine.release_component no force row level security;
alter table engine.draft_component no force row level security;

insert into engine.component_version (tenant_id, hash, body)
select distinct v.tenant_id, 'rows:' || v.hash, engine.with_rows(v.body)
  from engine.component_version v
  join engine.release_component c on c.tenant_id = v.tenant_id and c.hash = v.hash
 where c.kind = 'permission_set' and engine.with_rows(v.body)::jsonb <> v.body::jsonb;

update engine.release_component c set hash = 'rows:' || c.hash
 where c.kind = 'permission_set'
   and exists (select from engine.component_version v where v.tenant_id = c.tenant_id and v.hash = 'rows:' || c.hash);

update engine.draft_component d set body = engine.with_rows(d.body)
 where d.kind = 'permission_set' and d.body is not null and engine.with_rows(d.body)::jsonb <> d.body::jsonb;

alter table engine.component_version force row level security;
alter table engine.release_component force row level security;
alter table engine.draft_component force row level security;

drop function engine.with_rows(text);
