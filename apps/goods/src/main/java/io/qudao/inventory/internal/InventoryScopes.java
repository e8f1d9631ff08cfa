package io.qudao.inventory.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.partner.Partners;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Row scopes: warehouses of partners in reach, and the stock in them. */
@Configuration(proxyBeanMethods = false)
class InventoryScopes {
    static final String WAREHOUSE = "warehouse_owner";
    static final String STOCK_LEVEL = "stock_owner";

    /** The inner alias hides the outer one, so that the same condition on warehouses can be used. */
    private static final String IN_WAREHOUSES =
            "(r.tenant_id, r.warehouse_id) in" + " (select r.tenant_id, r.id from apps.warehouse r where %s)";

    @Bean
    static RowScope warehouseScope(Partners partners) {
        return new Scope(WAREHOUSE, "%s", partners);
    }

    @Bean
    static RowScope stockScope(Partners partners) {
        return new Scope(STOCK_LEVEL, IN_WAREHOUSES, partners);
    }

    private record Scope(String name, String condition, Partners partners) implements RowScope {
        @Override
        public SqlFragment predicate(Caller caller) {
            var owned = partners.reach().rows("owner_id");
            return new SqlFragment(condition.formatted(owned.sql()), owned.parameters());
        }
    }
}
