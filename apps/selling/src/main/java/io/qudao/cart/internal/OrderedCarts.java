package io.qudao.cart.internal;

import io.qudao.cart.Carts;
import io.qudao.ordering.OrderPlaced;
import io.qudao.partner.AccountId;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Empties a cart, with what was filled in for its order, in the transaction of that order. */
@Component
class OrderedCarts {
    private final Carts carts;
    private final TenantSql sql;

    OrderedCarts(Carts carts, TenantSql sql) {
        this.carts = carts;
        this.sql = sql;
    }

    /** Leaves a cart alone that has changed since it was ordered: its key has too. */
    @EventListener
    void empty(OrderPlaced placed) {
        if (placed.key().startsWith(JdbcCarts.KEY)
                && carts.of(placed.account()).key().equals(placed.key())) {
            delete("apps.cart_line", placed.account());
            delete("apps.cart_field", placed.account());
        }
    }

    private void delete(String table, AccountId account) {
        sql.sql("delete from " + table + " where tenant_id = :tenant and member_id = :member and account_id = :account")
                .set("member", TenantScope.caller().member())
                .set("account", account.value())
                .update();
    }
}
