-- Orders between any two trading partners; each line keeps the price it was given and why (P5).
create table apps.sales_order (
    tenant_id       int            not null,
    id              uuid           not null,
    number          text           not null,
    seller_id       uuid           not null,
    buyer_id        uuid           not null,
    account_id      uuid           not null,
    warehouse_id    uuid           not null,
    currency        text           not null,
    status          text           not null,
    credit_hold     text,
    priced_at       timestamptz    not null,
    price_mode      text           not null,
    total           numeric(18, 4) not null,
    line_count      int            not null,
    base_units      bigint         not null,
    external_number text,
    submitted_at    timestamptz,
    created_at      timestamptz    not null,
    created_by      uuid           not null,
    updated_at      timestamptz    not null,
    version         int            not null default 1,
    data            jsonb          not null default '{}',
    t1 text collate "C", t2 text collate "C", t3 text collate "C",
    n1 bigint, n2 bigint, d1 timestamptz, d2 timestamptz, r1 uuid, r2 uuid, u1 text collate "C",
    constraint sales_order_key primary key (tenant_id, id),
    constraint sales_order_number_once unique (tenant_id, number),
    constraint sales_order_status check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PARTLY_SHIPPED', 'SHIPPED',
        'COMPLETED', 'REJECTED', 'CANCELLED', 'CLOSED')),
    constraint sales_order_total_not_negative check (total >= 0)
) with (fillfactor = 80);
create index sales_order_by_seller on apps.sales_order (tenant_id, seller_id, id);
create index sales_order_by_buyer on apps.sales_order (tenant_id, buyer_id, id);
create index sales_order_to_do on apps.sales_order (tenant_id, seller_id, status, id) where status in ('SUBMITTED', 'APPROVED', 'PARTLY_SHIPPED');
create unique index sales_order_external_once on apps.sales_order (tenant_id, seller_id, external_number) where external_number is not null;
create index sales_order_t1 on apps.sales_order (tenant_id, t1, id) where t1 is not null;
create index sales_order_t2 on apps.sales_order (tenant_id, t2, id) where t2 is not null;
create index sales_order_t3 on apps.sales_order (tenant_id, t3, id) where t3 is not null;
create index sales_order_n1 on apps.sales_order (tenant_id, n1, id) where n1 is not null;
create index sales_order_n2 on apps.sales_order (tenant_id, n2, id) where n2 is not null;
create index sales_order_d1 on apps.sales_order (tenant_id, d1, id) where d1 is not null;
create index sales_order_d2 on apps.sales_order (tenant_id, d2, id) where d2 is not null;
create index sales_order_r1 on apps.sales_order (tenant_id, r1, id) where r1 is not null;
create index sales_order_r2 on apps.sales_order (tenant_id, r2, id) where r2 is not null;
create unique index sales_order_u1 on apps.sales_order (tenant_id, u1) where u1 is not null;
select engine.guard_tenant('apps.sales_order');

-- Per line: ordered = shipped + cancelled + open, in base units (O2).
create table apps.order_line (
    tenant_id      int            not null,
    order_id       uuid           not null,
    line_number    int            not null,
    sku_id         uuid           not null,
    sku_code       text           not null,
    sku_name       text           not null,
    unit           text           not null,
    numerator      bigint         not null,
    denominator    bigint         not null,
    quantity       bigint         not null,
    base_quantity  bigint         not null,
    price_list_id  uuid           not null,
    price_entry_id uuid           not null,
    price_version  bigint         not null,
    unit_price     numeric(18, 6) not null,
    net            numeric(18, 4) not null,
    trace          text           not null,
    shipped        bigint         not null default 0,
    cancelled      bigint         not null default 0,
    constraint order_line_key primary key (tenant_id, order_id, line_number),
    constraint order_line_of_order foreign key (tenant_id, order_id) references apps.sales_order (tenant_id, id),
    constraint order_line_quantity check (quantity > 0 and base_quantity > 0),
    constraint order_line_adds_up check (shipped >= 0 and cancelled >= 0 and shipped + cancelled <= base_quantity)
) with (fillfactor = 90);
create index order_line_by_sku on apps.order_line (tenant_id, sku_id);
select engine.guard_tenant('apps.order_line');

create table apps.order_transition (
    tenant_id   int         not null,
    order_id    uuid        not null,
    sequence    int         not null,
    from_status text,
    to_status   text        not null,
    actor_id    uuid        not null,
    actor_name  text        not null,
    at          timestamptz not null,
    reason      text,
    constraint order_transition_key primary key (tenant_id, order_id, sequence),
    constraint order_transition_of_order foreign key (tenant_id, order_id) references apps.sales_order (tenant_id, id)
);
select engine.guard_tenant('apps.order_transition');

-- One order for one key of one member; another body under it is refused (O3).
create table apps.order_key (
    tenant_id int   not null,
    member_id uuid  not null,
    key       text  not null,
    order_id  uuid  not null,
    body_hash bytea not null,
    constraint order_key_key primary key (tenant_id, member_id, key)
);
select engine.guard_tenant('apps.order_key');

-- Human numbers come in blocks: a node takes some, and those it does not use are lost.
create table apps.number_series (
    tenant_id int    not null,
    series    text   not null,
    next      bigint not null,
    constraint number_series_key primary key (tenant_id, series)
);
select engine.guard_tenant('apps.number_series');
