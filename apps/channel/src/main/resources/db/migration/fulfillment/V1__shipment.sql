create table apps.shipment (
    tenant_id    int         not null,
    id           uuid        not null,
    number       text        not null,
    order_id     uuid        not null,
    order_number text        not null,
    seller_id    uuid        not null,
    buyer_id     uuid        not null,
    warehouse_id uuid        not null,
    status       text        not null,
    key          text,
    carrier      text,
    tracking     text,
    shipped_at   timestamptz not null,
    shipped_by   uuid        not null,
    received_at  timestamptz,
    received_by  uuid,
    constraint shipment_key primary key (tenant_id, id),
    constraint shipment_number_once unique (tenant_id, number),
    constraint shipment_once_per_key unique (tenant_id, order_id, key),
    constraint shipment_status check (status in ('SHIPPED', 'RECEIVED'))
);
create index shipment_by_order on apps.shipment (tenant_id, order_id);
create index shipment_by_seller on apps.shipment (tenant_id, seller_id, id);
create index shipment_by_buyer on apps.shipment (tenant_id, buyer_id, id);
select engine.guard_tenant('apps.shipment');

-- Each line points to an order line (F1). Quantities are base units; received differs from shipped only with a reason.
create table apps.shipment_line (
    tenant_id         int    not null,
    shipment_id       uuid   not null,
    order_line_number int    not null,
    sku_id            uuid   not null,
    sku_code          text   not null,
    sku_name          text   not null,
    quantity          bigint not null,
    received          bigint,
    constraint shipment_line_key primary key (tenant_id, shipment_id, order_line_number),
    constraint shipment_line_of_shipment foreign key (tenant_id, shipment_id) references apps.shipment (tenant_id, id),
    constraint shipment_line_quantity check (quantity > 0),
    constraint shipment_line_received check (received >= 0 and received <= quantity)
);
select engine.guard_tenant('apps.shipment_line');
