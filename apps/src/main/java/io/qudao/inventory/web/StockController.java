package io.qudao.inventory.web;

import io.qudao.catalog.SkuId;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockLevel;
import io.qudao.inventory.StockMovement;
import io.qudao.inventory.Warehouse;
import io.qudao.inventory.WarehouseId;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own warehouses and what is in them; quantities are base units. */
@RestController
@RequestMapping("/api/v1")
class StockController {
    private final Warehouses warehouses;
    private final Stock stock;

    StockController(Warehouses warehouses, Stock stock) {
        this.warehouses = warehouses;
        this.stock = stock;
    }

    @GetMapping("/warehouses")
    @Permits("stock.read")
    List<WarehouseBody> warehouses() {
        return warehouses.mine().stream().map(WarehouseBody::of).toList();
    }

    @PostMapping("/warehouses")
    @Permits("stock.edit")
    @ResponseStatus(HttpStatus.CREATED)
    WarehouseBody create(@RequestBody NewWarehouse wanted) {
        return WarehouseBody.of(warehouses.create(text(wanted.code()), text(wanted.name())));
    }

    @GetMapping("/stock")
    @Permits("stock.read")
    Slice<LevelBody> levels(
            @RequestParam(required = false) @Nullable List<UUID> sku,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var skus = sku == null ? List.<SkuId>of() : sku.stream().map(SkuId::new).toList();
        return stock.levels(skus, cursor, limit).map(LevelBody::of);
    }

    @GetMapping("/stock/movements")
    @Permits("stock.read")
    Slice<MovementBody> movements(
            @RequestParam UUID warehouse,
            @RequestParam UUID sku,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return stock.movements(
                        new WarehouseId(warehouse), new SkuId(sku), cursor == null ? null : cursor.toString(), limit)
                .map(MovementBody::of);
    }

    @PostMapping("/stock/adjustments")
    @Permits("stock.edit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void adjust(@RequestBody Adjustment wanted) {
        var violations = new ArrayList<Violation>();
        if (wanted.difference() == null || wanted.difference() == 0) {
            violations.add(Violation.of("difference", "required"));
        }
        if (text(wanted.reason()).isBlank()) {
            violations.add(Violation.of("reason", "required"));
        }
        if (wanted.warehouse() == null || wanted.sku() == null) {
            violations.add(Violation.of(wanted.sku() == null ? "sku" : "warehouse", "required"));
        }
        if (wanted.warehouse() == null
                || wanted.sku() == null
                || wanted.difference() == null
                || !violations.isEmpty()) {
            throw new ProblemException(Problems.INVALID_INPUT, violations);
        }
        stock.adjust(
                new WarehouseId(wanted.warehouse()),
                new SkuId(wanted.sku()),
                wanted.difference(),
                text(wanted.reason()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    record NewWarehouse(@Nullable String code, @Nullable String name) {}

    record Adjustment(
            @Nullable UUID warehouse,
            @Nullable UUID sku,
            @Nullable Long difference,
            @Nullable String reason) {}

    record WarehouseBody(UUID id, UUID owner, String code, String name) {
        static WarehouseBody of(Warehouse warehouse) {
            return new WarehouseBody(
                    warehouse.id().value(), warehouse.owner().value(), warehouse.code(), warehouse.name());
        }
    }

    record LevelBody(UUID warehouse, UUID sku, long onHand, long reserved, long frozen, long available) {
        static LevelBody of(StockLevel level) {
            return new LevelBody(
                    level.warehouse().value(),
                    level.sku().value(),
                    level.onHand(),
                    level.reserved(),
                    level.frozen(),
                    level.available());
        }
    }

    record MovementBody(UUID id, String kind, long quantity, String documentKind, UUID document, Instant at) {
        static MovementBody of(StockMovement movement) {
            return new MovementBody(
                    movement.id(),
                    movement.kind().name(),
                    movement.quantity(),
                    movement.document().kind(),
                    movement.document().id(),
                    movement.at());
        }
    }
}
