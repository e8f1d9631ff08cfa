package io.qudao.cart.internal;

import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Violation;
import io.qudao.partner.AccountId;
import io.qudao.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row a line; each write gives its line a new revision, and the revisions of a cart make its key. */
@Component
@Transactional
class JdbcCarts implements Carts {
    private static final long MOST = 999_999;

    private final JdbcClient jdbc;

    JdbcCarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Cart of(AccountId account) {
        var rows = jdbc.sql("""
                        select sku_id, unit, quantity, revision from apps.cart_line
                         where tenant_id = ? and member_id = ? and account_id = ?
                         order by added, sku_id, unit
                        """)
                .params(tenant(), member(), account.value())
                .query(Row.class)
                .list();
        var revisions =
                rows.stream().map(row -> row.revision().toString()).sorted().collect(Collectors.joining());
        var key = UUID.nameUUIDFromBytes((account + revisions).getBytes(StandardCharsets.UTF_8));
        return new Cart(account, key.toString(), rows.stream().map(Row::line).toList());
    }

    @Override
    public Cart put(AccountId account, SkuId sku, Quantity quantity) {
        if (quantity.value() == 0) {
            remove(account, sku, quantity.unit());
        } else {
            write(account, new Cart.Line(sku, quantity), "excluded.quantity");
        }
        return of(account);
    }

    @Override
    public Cart add(AccountId account, Collection<Cart.Line> lines) {
        lines.forEach(line -> write(account, line, "least(line.quantity + excluded.quantity, " + MOST + ")"));
        return of(account);
    }

    @Override
    public void clear(Cart ordered) {
        if (of(ordered.account()).key().equals(ordered.key())) {
            jdbc.sql("delete from apps.cart_line where tenant_id = ? and member_id = ? and account_id = ?")
                    .params(tenant(), member(), ordered.account().value())
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public int lines(Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        return jdbc.sql("""
                        select count(*) from apps.cart_line
                         where tenant_id = ? and member_id = ? and account_id = any (?)
                        """)
                .params(tenant(), member(), ids)
                .query(Integer.class)
                .single();
    }

    private void remove(AccountId account, SkuId sku, String unit) {
        jdbc.sql("""
                        delete from apps.cart_line
                         where tenant_id = ? and member_id = ? and account_id = ? and sku_id = ? and unit = ?
                        """)
                .params(tenant(), member(), account.value(), sku.value(), unit)
                .update();
    }

    private void write(AccountId account, Cart.Line line, String quantity) {
        if (line.quantity().value() < 1 || line.quantity().value() > MOST) {
            throw new ProblemException(
                    Problems.INVALID_INPUT, List.of(Violation.of("quantity", "out_of_range", 1, MOST)));
        }
        var revision = Ids.next();
        jdbc.sql("""
                        insert into apps.cart_line as line
                            (tenant_id, member_id, account_id, sku_id, unit, quantity, revision, added)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint cart_line_key
                        do update set revision = excluded.revision, quantity =\s""" + quantity)
                .params(tenant(), member(), account.value(), line.sku().value())
                .params(line.quantity().unit(), line.quantity().value(), revision, revision)
                .update();
    }

    private static int tenant() {
        return TenantScope.tenant().value();
    }

    private static UUID member() {
        return TenantScope.caller().member();
    }

    private record Row(UUID skuId, String unit, long quantity, UUID revision) {
        Cart.Line line() {
            return new Cart.Line(new SkuId(skuId), new Quantity(quantity, unit));
        }
    }
}
