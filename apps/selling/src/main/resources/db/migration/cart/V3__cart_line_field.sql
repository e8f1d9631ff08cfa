-- What a member has entered for one line of a cart: one row a field of the tenant's own, as text. It goes with the line.
create table apps.cart_line_field (
    tenant_id  int  not null,
    member_id  uuid not null,
    account_id uuid not null,
    sku_id     uuid not null,
    unit       text not null,
    field      text not null,
    text       text not null,
    constraint cart_line_field_key primary key (tenant_id, member_id, account_id, sku_id, unit, field),
    constraint cart_line_field_line foreign key (tenant_id, member_id, account_id, sku_id, unit)
        references apps.cart_line on delete cascade
);
select engine.guard_tenant('apps.cart_line_field');
