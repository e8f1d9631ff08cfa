package io.qudao.inventory;

import io.qudao.partner.PartnerId;

/** A place where a partner keeps goods. */
public record Warehouse(WarehouseId id, PartnerId owner, String code, String name) {}
