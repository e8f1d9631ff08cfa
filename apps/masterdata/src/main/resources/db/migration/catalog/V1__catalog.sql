create table apps.category (
    tenant_id  int not null,
    id         uuid not null,
    code       text collate "C" not null,
    name       text not null,
    parent_id  uuid,
    version    int not null default 0,
    created_at timestamptz not null default now(),
    constraint category_key primary key (tenant_id, id),
    constraint category_code_once unique (tenant_id, code),
    constraint category_parent foreign key (tenant_id, parent_id) references apps.category (tenant_id, id)
);
create index category_by_parent on apps.category (tenant_id, parent_id);
select engine.guard_tenant('apps.category');

create table apps.product (
    tenant_id   int not null,
    id          uuid not null,
    code        text collate "C" not null,
    name        text not null,
    brand       text not null default '',
    category_id uuid not null,
    version     int not null default 0,
    created_at  timestamptz not null default now(),
    constraint product_key primary key (tenant_id, id),
    constraint product_code_once unique (tenant_id, code),
    constraint product_category foreign key (tenant_id, category_id) references apps.category (tenant_id, id)
) with (fillfactor = 90);
create index product_by_category on apps.product (tenant_id, category_id);
select apps.add_slots('apps.product');
select engine.guard_tenant('apps.product');

-- Units are part of the SKU: three arrays of one length, the base unit first with the factor 1/1.
create table apps.sku (
    tenant_id        int not null,
    id               uuid not null,
    product_id       uuid not null,
    code             text collate "C" not null,
    name             text not null,
    barcode          text collate "C",
    base_unit        text collate "C" not null,
    unit_code        text[] not null,
    unit_numerator   bigint[] not null,
    unit_denominator bigint[] not null,
    status           text not null,
    version          int not null default 0,
    created_at       timestamptz not null default now(),
    constraint sku_key primary key (tenant_id, id),
    constraint sku_code_once unique (tenant_id, code),
    constraint sku_product foreign key (tenant_id, product_id) references apps.product (tenant_id, id),
    constraint sku_base_unit_first check (unit_code[1] = base_unit and unit_numerator[1] = unit_denominator[1]),
    constraint sku_factors_whole check (
        cardinality(unit_code) = cardinality(unit_numerator) and cardinality(unit_code) = cardinality(unit_denominator)),
    constraint sku_factors_positive check (0 < all (unit_numerator) and 0 < all (unit_denominator))
) with (fillfactor = 90);
create index sku_by_product on apps.sku (tenant_id, product_id);
create index sku_by_barcode on apps.sku (tenant_id, barcode) where barcode is not null;
select apps.add_slots('apps.sku');
select engine.guard_tenant('apps.sku');

create table apps.picture (
    tenant_id  int not null,
    product_id uuid not null,
    type       text not null,
    version    text not null,
    bytes      bytea not null,
    constraint picture_key primary key (tenant_id, product_id),
    constraint picture_product foreign key (tenant_id, product_id) references apps.product (tenant_id, id),
    constraint picture_type check (type in ('image/png', 'image/jpeg')),
    constraint picture_size check (octet_length(bytes) <= 1048576)
);
alter table apps.picture alter bytes set storage external;
select engine.guard_tenant('apps.picture');
