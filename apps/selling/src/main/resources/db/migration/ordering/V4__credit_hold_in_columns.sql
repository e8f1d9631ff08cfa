-- Why credit holds an order: what was owed without it, the limit, and by how much it passes that, in the order's currency.
alter table apps.sales_order
    add column held_exposure numeric(18, 4),
    add column held_limit numeric(18, 4),
    add column held_over numeric(18, 4),
    add constraint sales_order_hold_whole check (num_nulls(held_exposure, held_limit, held_over) in (0, 3));

-- The build before this one keeps the figures in the text credit_hold. While both run, each of them sees the other's holds;
-- column and trigger go with a later version.
create function apps.copy_credit_hold() returns trigger language plpgsql set search_path = '' as $$
begin
    if new.credit_hold is distinct from old.credit_hold then
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

-- Row security is for the application's role; the owner who migrates sees the rows of all tenants here.
alter table apps.sales_order no force row level security;
update apps.sales_order
set held_exposure = substring(credit_hold from 'exposure=([-0-9.]+)')::numeric,
    held_limit = substring(credit_hold from 'limit=([0-9.]+)')::numeric,
    held_over = substring(credit_hold from 'over=([0-9.]+)')::numeric
where credit_hold is not null;
alter table apps.sales_order force row level security;

create trigger sales_order_hold before update of credit_hold, held_over on apps.sales_order
    for each row execute function apps.copy_credit_hold();
