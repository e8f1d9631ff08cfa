-- When each tenant's counters were last compared with their rows (I6), and how many differed.
create table apps.reconciliation (
    tenant_id   int         not null,
    checked_at  timestamptz not null,
    differences int         not null,
    constraint reconciliation_key primary key (tenant_id)
);
select engine.guard_tenant('apps.reconciliation');

-- The job asks whose day is over; the answer is ids of tenants, nothing of theirs.
create policy reconciliation_owner on apps.reconciliation for select to current_user using (true);

create function apps.unreconciled_tenants() returns setof int
    language sql stable security definer set search_path = '' as $$
    select t.tenant_id
    from engine.tenant t
    left join apps.reconciliation r on r.tenant_id = t.tenant_id
    where coalesce(r.checked_at, t.created_at) < now() - interval '1 day'
    order by r.checked_at
$$;
revoke execute on function apps.unreconciled_tenants() from public;
grant execute on function apps.unreconciled_tenants() to ${appRole};
