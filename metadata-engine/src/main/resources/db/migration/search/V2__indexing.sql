-- What is in the index, and by what it was made: a pass over an object's records goes from BUILDING over SENT (all are in the
-- outbox) to READY; what shall not be found any more is LEAVING until all is taken out.
create table engine.search_object (
    tenant_id int not null,
    object    text collate "C" not null,
    signature text not null,
    state     text not null,
    since     timestamptz not null,
    cursor    text,
    constraint search_object_key primary key (tenant_id, object),
    constraint search_object_state check (state in ('BUILDING', 'SENT', 'READY', 'LEAVING'))
);
select engine.guard_tenant('engine.search_object');
create policy search_object_owner on engine.search_object for select to current_user using (true);
comment on column engine.search_object.signature is 'The fields whose texts are in the index.';

-- The release that was last compared with the index. A tenant from before this table has none, so all of its is indexed.
create table engine.search_release (
    tenant_id int primary key,
    release   int not null
);
select engine.guard_tenant('engine.search_release');
create policy search_release_owner on engine.search_release for select to current_user using (true);
create policy release_head_owner on engine.release_head for select to current_user using (true);

-- The job that keeps the index in step with releases asks for whom there is work; the answer is ids of tenants.
create function engine.search_tenants() returns setof int
    language sql stable security definer set search_path = '' as $$
    select t.tenant_id from engine.tenant t
      left join engine.release_head h on h.tenant_id = t.tenant_id
      left join engine.search_release s on s.tenant_id = t.tenant_id
     where s.release is null or s.release < h.number
    union
    select o.tenant_id from engine.search_object o where o.state in ('BUILDING', 'LEAVING')
$$;
revoke execute on function engine.search_tenants() from public;
grant execute on function engine.search_tenants() to ${appRole};
