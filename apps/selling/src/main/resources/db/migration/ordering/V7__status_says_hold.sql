-- What people read, filter and count as an order's status: one on credit hold does not wait for its review, whatever its step.
alter table apps.sales_order
    add column effective_status text generated always as (case when held_over is null then status else 'HELD' end) virtual;
