-- Warehouses of any partner who holds goods, and what moves in them. Quantities are whole base units (U1).
create table apps.warehouse (
    tenant_id  int  not null,
    id         uuid not null,
    owner_id   uuid not null,
    code       text not null,
    name       text not null,
    active     boolean not null default true,
    created_at timestamptz not null default now(),
    constraint warehouse_key primary key (tenant_id, id),
    constraint warehouse_code_once unique (tenant_id, owner_id, code)
);
select engine.guard_tenant('apps.warehouse');

-- Guarded counters: each figure is the sum of its rows (I6), and no commit may promise more than is there (I2).
create table apps.stock (
    tenant_id    int    not null,
    warehouse_id uuid   not null,
    sku_id       uuid   not null,
    on_hand      bigint not null default 0,
    reserved     bigint not null default 0,
    frozen       bigint not null default 0,
    constraint stock_key primary key (tenant_id, warehouse_id, sku_id),
    constraint stock_in_warehouse foreign key (tenant_id, warehouse_id) references apps.warehouse (tenant_id, id),
    constraint stock_reserved_not_negative check (reserved >= 0),
    constraint stock_frozen_not_negative check (frozen >= 0),
    constraint stock_not_oversold check (reserved <= on_hand - frozen)
) with (fillfactor = 50);
create index stock_by_sku on apps.stock (tenant_id, sku_id);
select engine.guard_tenant('apps.stock');

create table apps.stock_movement (
    tenant_id     int         not null,
    id            uuid        not null,
    warehouse_id  uuid        not null,
    sku_id        uuid        not null,
    kind          text        not null,
    quantity      bigint      not null,
    document_kind text        not null,
    document_id   uuid        not null,
    at            timestamptz not null,
    actor_id      uuid        not null,
    constraint stock_movement_key primary key (tenant_id, id),
    constraint stock_movement_in_warehouse foreign key (tenant_id, warehouse_id) references apps.warehouse (tenant_id, id),
    constraint stock_movement_moves check (quantity <> 0)
);
create index stock_movement_by_sku on apps.stock_movement (tenant_id, warehouse_id, sku_id, id);
create index stock_movement_by_document on apps.stock_movement (tenant_id, document_id);
select engine.guard_tenant('apps.stock_movement');

-- What a document still has reserved; the target of I4, a row for each SKU.
create table apps.stock_reservation (
    tenant_id    int    not null,
    document_id  uuid   not null,
    warehouse_id uuid   not null,
    sku_id       uuid   not null,
    quantity     bigint not null,
    constraint stock_reservation_key primary key (tenant_id, document_id, warehouse_id, sku_id),
    constraint stock_reservation_positive check (quantity > 0)
);
create index stock_reservation_by_sku on apps.stock_reservation (tenant_id, warehouse_id, sku_id);
select engine.guard_tenant('apps.stock_reservation');
