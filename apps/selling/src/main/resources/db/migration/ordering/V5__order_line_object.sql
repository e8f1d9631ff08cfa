-- Order lines are an object: with an id, a version and tenants' own fields.
alter table apps.order_line
    add column id uuid not null default uuidv7(),
    add column version int not null default 1,
    add column open bigint not null generated always as (base_quantity - shipped - cancelled) stored,
    add constraint order_line_once unique (tenant_id, id);
select apps.add_slots('apps.order_line');
