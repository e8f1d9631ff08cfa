-- The job that fills and scrubs slots asks for whom there is work; the answer is ids of tenants, nothing of theirs.
create policy slot_owner on engine.slot for select to current_user using (true);

create function engine.slot_tenants() returns setof int
    language sql stable security definer set search_path = '' as $$
    select distinct s.tenant_id from engine.slot s where s.state <> 'READY'
$$;
revoke execute on function engine.slot_tenants() from public;
grant execute on function engine.slot_tenants() to ${appRole};
