-- What a member means to order: one row a line. revision changes with each write; added keeps the lines in order.
create table apps.cart_line (
    tenant_id  int    not null,
    member_id  uuid   not null,
    account_id uuid   not null,
    sku_id     uuid   not null,
    unit       text   not null,
    quantity   bigint not null,
    revision   uuid   not null,
    added      uuid   not null,
    constraint cart_line_key primary key (tenant_id, member_id, account_id, sku_id, unit),
    constraint cart_line_quantity_positive check (quantity > 0)
);
select engine.guard_tenant('apps.cart_line');
