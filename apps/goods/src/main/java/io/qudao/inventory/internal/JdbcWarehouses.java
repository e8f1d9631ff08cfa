package io.qudao.inventory.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.inventory.InventoryProblem;
import io.qudao.inventory.Warehouse;
import io.qudao.inventory.WarehouseId;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.record.HiddenFields;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import io.qudao.sql.Committed;
import io.qudao.sql.SqlRow;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcWarehouses implements Warehouses {
    private static final String MAIN = "MAIN";
    private static final String SELECT =
            "select id, owner_id, code, name from apps.warehouse where tenant_id = :tenant and active";

    private final TenantSql sql;
    private final StandardRecords records;
    private final HiddenFields hidden;

    /** A partner's first warehouse never changes once it has one. */
    private final Cache<Owner, Warehouse> serving =
            Caffeine.newBuilder().maximumSize(100_000).build();

    JdbcWarehouses(TenantSql sql, StandardRecords records, HiddenFields hidden) {
        this.sql = sql;
        this.records = records;
        this.hidden = hidden;
    }

    @Override
    public List<Warehouse> mine() {
        return owned(
                new PartnerId(TenantScope.caller().requirePartner()),
                hidden.hides("warehouse.code") ? " order by id" : " order by code");
    }

    @Override
    public Warehouse create(String code, String name, Value.Fields custom) {
        var violations = new ArrayList<Violation>();
        if (!code.matches("[A-Za-z0-9_-]{1,40}")) {
            violations.add(Violation.of("code", "pattern", "A-Z a-z 0-9 _ -"));
        }
        if (name.isBlank() || name.length() > 200) {
            violations.add(Violation.of("name", "length", 1, 200));
        }
        ProblemException.failIfAny(CommonProblem.INVALID_INPUT, violations);
        var warehouse = new Warehouse(
                new WarehouseId(Ids.next()), new PartnerId(TenantScope.caller().requirePartner()), code, name.strip());
        if (!insert(warehouse)) {
            throw new ProblemException(InventoryProblem.WAREHOUSE_CODE_TAKEN, code);
        }
        var made = Written.of(warehouse.id().value());
        records.created(InventoryConfiguration.WAREHOUSE, made.with(custom, "custom."));
        return warehouse;
    }

    @Override
    public Warehouse serving(PartnerId owner) {
        var key = new Owner(TenantScope.tenant().value(), owner.value());
        var known = serving.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var stored = owned(owner, " order by id limit 1");
        if (!stored.isEmpty()) {
            Committed.then(() -> serving.put(key, stored.getFirst()));
            return stored.getFirst();
        }
        var first = new Warehouse(new WarehouseId(Ids.next()), owner, MAIN, MAIN);
        if (insert(first)) {
            records.created(
                    InventoryConfiguration.WAREHOUSE,
                    Written.byItself(first.id().value()));
        }
        return owned(owner, " order by id limit 1").getFirst();
    }

    private boolean insert(Warehouse warehouse) {
        return sql.sql("""
                        insert into apps.warehouse (tenant_id, id, owner_id, code, name)
                        values (:tenant, :id, :owner, :code, :name) on conflict do nothing
                        """)
                        .set("id", warehouse.id().value())
                        .set("owner", warehouse.owner().value())
                        .set("code", warehouse.code())
                        .set("name", warehouse.name())
                        .update()
                > 0;
    }

    private List<Warehouse> owned(PartnerId owner, String tail) {
        return sql.sql(SELECT + " and owner_id = :owner" + tail)
                .set("owner", owner.value())
                .list(JdbcWarehouses::warehouse);
    }

    private static Warehouse warehouse(SqlRow row) throws SQLException {
        return new Warehouse(
                row.id("id", WarehouseId::new), row.id("owner_id", PartnerId::new), row.text("code"), row.text("name"));
    }

    private record Owner(int tenant, UUID partner) {}
}
