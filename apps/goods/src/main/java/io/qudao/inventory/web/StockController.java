package io.qudao.inventory.web;

import io.qudao.catalog.SkuId;
import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.inventory.Stock;
import io.qudao.inventory.StockLevel;
import io.qudao.inventory.StockMovement;
import io.qudao.inventory.Warehouse;
import io.qudao.inventory.WarehouseId;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violations;
import io.qudao.record.OwnFields;
import io.qudao.record.StandsFor;
import io.qudao.rest.FieldsBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own warehouses and their stock; quantities are base units. */
@RestController
@RequestMapping("/api/v1")
class StockController {
    /** The largest quantity of one movement. */
    private static final long MOST = 1_000_000_000_000L;

    private static final int LONGEST = 200;

    private final Warehouses warehouses;
    private final Stock stock;
    private final OwnFields own;
    private final IdempotencyKeys keys;

    StockController(Warehouses warehouses, Stock stock, OwnFields own, IdempotencyKeys keys) {
        this.warehouses = warehouses;
        this.stock = stock;
        this.own = own;
        this.keys = keys;
    }

    @GetMapping("/warehouses")
    @Permits("stock.read")
    List<WarehouseBody> warehouses() {
        return bodies(warehouses.mine());
    }

    @PostMapping("/warehouses")
    @Permits("stock.edit")
    @ResponseStatus(HttpStatus.CREATED)
    WarehouseBody create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody NewWarehouse wanted) {
        var made = keys.once(
                new KeyedRequest("warehouse", key, wanted),
                () -> warehouses.create(text(wanted.code()), text(wanted.name()), own(wanted.custom())),
                warehouse -> Made.of(warehouse.id().value()),
                before -> found(before.id()));
        return bodies(List.of(made)).getFirst();
    }

    private Warehouse found(UUID id) {
        return warehouses.mine().stream()
                .filter(warehouse -> warehouse.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "warehouse", id));
    }

    private List<WarehouseBody> bodies(List<Warehouse> found) {
        return own.besideAll("warehouse", found, warehouse -> warehouse.id().value(), WarehouseBody::of);
    }

    @GetMapping("/stock")
    @Permits("stock.read")
    Slice<LevelBody> levels(
            @StandsFor("stock_level.sku") @RequestParam(required = false) @Nullable List<UUID> sku,
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
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return stock.movements(new WarehouseId(warehouse), new SkuId(sku), cursor, limit)
                .map(MovementBody::of);
    }

    @PostMapping("/stock/adjustments")
    @Permits("stock.edit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void adjust(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Adjustment wanted) {
        keys.once(new KeyedRequest("adjustment", key, wanted), () -> adjust(wanted));
    }

    private void adjust(Adjustment wanted) {
        var violations = new Violations();
        var nothing = new UUID(0, 0);
        var warehouse = new WarehouseId(violations.required("warehouse", wanted.warehouse(), nothing));
        var sku = new SkuId(violations.required("sku", wanted.sku(), nothing));
        long difference = violations.required("difference", wanted.difference(), 1L);
        if (difference == 0 || difference < -MOST || difference > MOST) {
            violations.add("difference", "out_of_range", -MOST, MOST);
        }
        var reason = violations.text("reason", wanted.reason(), LONGEST);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        stock.adjust(warehouse, sku, difference, reason);
    }

    private static Value.Fields own(@Nullable FieldsBody custom) {
        return custom == null ? Value.Fields.EMPTY : custom.values();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    record NewWarehouse(
            @Nullable String code,
            @Nullable String name,
            @Nullable FieldsBody custom) {}

    record Adjustment(
            @Nullable UUID warehouse,
            @Nullable UUID sku,
            @Nullable Long difference,
            @Nullable String reason) {}

    record WarehouseBody(
            UUID id,
            @StandsFor("warehouse.owner") UUID owner,
            @StandsFor("warehouse.code") String code,
            @StandsFor("warehouse.name") String name,
            FieldsBody custom) {
        static WarehouseBody of(Warehouse warehouse, Value.Fields own) {
            return new WarehouseBody(
                    warehouse.id().value(),
                    warehouse.owner().value(),
                    warehouse.code(),
                    warehouse.name(),
                    new FieldsBody(own));
        }
    }

    record LevelBody(
            @StandsFor("stock_level.warehouse") UUID warehouse,
            @StandsFor("stock_level.sku") UUID sku,
            @StandsFor("stock_level.on_hand") long onHand,
            @StandsFor("stock_level.reserved") long reserved,
            @StandsFor("stock_level.frozen") long frozen,
            @StandsFor("stock_level.available") long available) {
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

    /** @param quantity movements sum to what is on hand, so who may not see that may not see them */
    record MovementBody(
            UUID id,
            String kind,
            @StandsFor("stock_level.on_hand") long quantity,
            String documentKind,
            UUID document,
            Instant at) {
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
