-- What a member has filled in for an order that is still a cart: one row a field of the tenant's own, as text.
create table apps.cart_field (
    tenant_id  int  not null,
    member_id  uuid not null,
    account_id uuid not null,
    field      text not null,
    text       text not null,
    constraint cart_field_key primary key (tenant_id, member_id, account_id, field)
);
select engine.guard_tenant('apps.cart_field');
