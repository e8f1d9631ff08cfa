-- What autovacuum does within minutes, at once: until then the planner takes a tenant that came since for one without rows,
-- and reads all of its rows to find one.
create function engine.refresh_statistics() returns void
    language plpgsql security definer set search_path = '' as $$
declare
    changed regclass;
begin
    for changed in
        select s.relid
          from pg_catalog.pg_stat_user_tables s
          join pg_catalog.pg_class c on c.oid = s.relid
         where s.n_mod_since_analyze >= 1000 and pg_catalog.pg_get_userbyid(c.relowner) = current_user
    loop
        execute format('analyze (skip_locked) %s', changed);
    end loop;
end
$$;
revoke execute on function engine.refresh_statistics() from public;
grant execute on function engine.refresh_statistics() to ${appRole};
