-- Warehouses and stock levels are objects: with an id, a version and tenants' own fields.
alter table apps.warehouse add column version int not null default 1;
select apps.add_slots('apps.warehouse');

alter table apps.stock
    add column id uuid not null default uuidv7(),
    add column version int not null default 1,
    add column available bigint not null generated always as (on_hand - reserved - frozen) stored,
    add constraint stock_once unique (tenant_id, id);
select apps.add_slots('apps.stock');
