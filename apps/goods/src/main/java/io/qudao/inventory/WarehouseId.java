package io.qudao.inventory;

import java.util.UUID;

/** Id of a {@link Warehouse}. */
public record WarehouseId(UUID value) {}
