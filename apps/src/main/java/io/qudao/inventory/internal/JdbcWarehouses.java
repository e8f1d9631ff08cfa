package io.qudao.inventory.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.inventory.InventoryProblem;
import io.qudao.inventory.Warehouse;
import io.qudao.inventory.WarehouseId;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcWarehouses implements Warehouses {
    private static final String MAIN = "MAIN";
    private static final String SELECT =
            "select id, owner_id, code, name from apps.warehouse where tenant_id = ? and active";

    private final JdbcClient jdbc;

    /** A partner's first warehouse never changes once it has one. */
    private final Cache<Owner, Warehouse> serving =
            Caffeine.newBuilder().maximumSize(100_000).build();

    JdbcWarehouses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Warehouse> mine() {
        return owned(new PartnerId(TenantScope.caller().requirePartner()), " order by code");
    }

    @Override
    public Warehouse create(String code, String name) {
        var violations = new ArrayList<Violation>();
        if (!code.matches("[A-Za-z0-9_-]{1,40}")) {
            violations.add(Violation.of("code", "pattern", "A-Z a-z 0-9 _ -"));
        }
        if (name.isBlank() || name.length() > 200) {
            violations.add(Violation.of("name", "length", 1, 200));
        }
        ProblemException.failIfAny(Problems.INVALID_INPUT, violations);
        var warehouse = new Warehouse(
                new WarehouseId(Ids.next()), new PartnerId(TenantScope.caller().requirePartner()), code, name.strip());
        if (!insert(warehouse)) {
            throw new ProblemException(InventoryProblem.WAREHOUSE_CODE_TAKEN, code);
        }
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
            serving.put(key, stored.getFirst());
            return stored.getFirst();
        }
        insert(new Warehouse(new WarehouseId(Ids.next()), owner, MAIN, MAIN));
        return owned(owner, " order by id limit 1").getFirst();
    }

    private boolean insert(Warehouse warehouse) {
        return jdbc.sql("""
                        insert into apps.warehouse (tenant_id, id, owner_id, code, name) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(
                                TenantScope.tenant().value(),
                                warehouse.id().value(),
                                warehouse.owner().value(),
                                warehouse.code(),
                                warehouse.name())
                        .update()
                > 0;
    }

    private List<Warehouse> owned(PartnerId owner, String tail) {
        return jdbc.sql(SELECT + " and owner_id = ?" + tail)
                .params(TenantScope.tenant().value(), owner.value())
                .query((row, number) -> warehouse(row))
                .list();
    }

    private static Warehouse warehouse(ResultSet row) throws SQLException {
        return new Warehouse(
                new WarehouseId(row.getObject("id", UUID.class)),
                new PartnerId(row.getObject("owner_id", UUID.class)),
                row.getString("code"),
                row.getString("name"));
    }

    private record Owner(int tenant, UUID partner) {}
}
