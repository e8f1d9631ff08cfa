-- An order is on credit hold only while it waits for its review. The build before this one leaves the hold of an order that is
-- rejected or cancelled; while both run, the trigger ends it.
create or replace function apps.copy_credit_hold() returns trigger language plpgsql set search_path = '' as $$
begin
    if new.status <> 'SUBMITTED' then
        new.credit_hold := null;
        new.held_exposure := null;
        new.held_limit := null;
        new.held_over := null;
    elsif new.credit_hold is distinct from old.credit_hold then
        new.held_exposure := substring(new.credit_hold from 'exposure=([-0-9.]+)')::numeric;
        new.held_limit := substring(new.credit_hold from 'limit=([0-9.]+)')::numeric;
        new.held_over := substring(new.credit_hold from 'over=([0-9.]+)')::numeric;
    elsif new.held_over is null then
        new.credit_hold := null;
    else
        new.credit_hold := format('exposure=%s;limit=%s;over=%s', new.held_exposure, new.held_limit, new.held_over);
    end if;
    return new;
end
$$;
drop trigger sales_order_hold on apps.sales_order;
create trigger sales_order_hold before update of status, credit_hold, held_over on apps.sales_order
    for each row execute function apps.copy_credit_hold();

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table apps.sales_order no force row level security;
update apps.sales_order set held_over = null, version = version + 1 where held_over is not null and status <> 'SUBMITTED';
alter table apps.sales_order force row level security;
alter table apps.sales_order
    add constraint sales_order_hold_waits check (held_over is null or status = 'SUBMITTED');
