package io.qudao.inventory.internal;

import io.qudao.inventory.Warehouses;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordValues;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Warehouses as records: they can be created for the partner acted for, but not changed or deleted. */
@Component
class WarehouseRecords implements RecordCommands.Creates {
    private final Warehouses warehouses;

    WarehouseRecords(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    @Override
    public String object() {
        return InventoryConfiguration.WAREHOUSE;
    }

    @Override
    public UUID create(RecordValues given) {
        return RecordCommands.naming(
                        part -> part.substring(part.lastIndexOf('.') + 1),
                        () -> warehouses.create(given.text("code", ""), given.text("name", ""), given.own()))
                .id()
                .value();
    }
}
