-- The edition of a list counts the changes of its entries.
create table apps.price_list (
    tenant_id  int not null,
    id         uuid not null,
    seller_id  uuid not null,
    code       text collate "C" not null,
    name       text not null,
    scope      text collate "C" not null,
    scope_key  text collate "C" not null default '',
    priority   int not null,
    currency   text collate "C" not null,
    active     boolean not null default true,
    edition    int not null default 0,
    version    int not null default 0,
    created_at timestamptz not null default now(),
    constraint price_list_key primary key (tenant_id, id),
    constraint price_list_code_once unique (tenant_id, seller_id, code),
    constraint price_list_scope check (scope in ('CONTRACT', 'GROUP', 'REGION', 'BASE')),
    constraint price_list_scope_key check ((scope = 'BASE') = (scope_key = ''))
) with (fillfactor = 90);
create index price_list_for on apps.price_list (tenant_id, seller_id, currency, scope, scope_key);
select apps.add_slots('apps.price_list');
select engine.guard_tenant('apps.price_list');

-- An entry is never changed: what replaces it is a new row, and it is kept for the orders that name it (P5).
create table apps.price_entry (
    tenant_id     int not null,
    id            uuid not null default uuidv7(),
    price_list_id uuid not null,
    sku_id        uuid not null,
    unit          text collate "C" not null,
    valid_from    timestamptz not null,
    minimum       bigint not null,
    valid_until   timestamptz,
    price         numeric not null,
    since_edition int not null,
    until_edition int,
    constraint price_entry_key primary key (tenant_id, id),
    constraint price_entry_list foreign key (tenant_id, price_list_id) references apps.price_list (tenant_id, id),
    constraint price_entry_minimum check (minimum >= 1),
    constraint price_entry_price check (price >= 0 and price < 1e12 and scale(price) <= 6),
    constraint price_entry_period check (valid_until > valid_from)
) with (fillfactor = 90);
create unique index price_entry_current on apps.price_entry
    (tenant_id, price_list_id, sku_id, unit, valid_from, minimum) where until_edition is null;
select engine.guard_tenant('apps.price_entry');

create table apps.price_choice (
    tenant_id int not null,
    mode      text not null,
    constraint price_choice_key primary key (tenant_id),
    constraint price_choice_mode check (mode in ('FIRST_MATCH', 'LOWEST'))
);
select engine.guard_tenant('apps.price_choice');
