package io.qudao.cart.internal;

import io.qudao.cart.Cart;
import io.qudao.cart.Carts;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Violation;
import io.qudao.partner.AccountId;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores one row per line. Each write gives its line a new revision, and the revisions of a cart form its key. */
@Component
@Transactional
class JdbcCarts implements Carts {
    private static final long MOST = 999_999;

    private final TenantSql sql;

    JdbcCarts(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Cart of(AccountId account) {
        var rows = sql.sql("""
                        select sku_id, unit, quantity, revision from apps.cart_line
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                         order by added, sku_id, unit
                        """)
                .set("member", member())
                .set("account", account.value())
                .list(row -> new Row(
                        new Cart.Line(row.id("sku_id", SkuId::new), row.quantity("quantity", "unit")),
                        row.uuid("revision")));
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
            sql.sql("""
                            delete from apps.cart_line
                             where tenant_id = :tenant and member_id = :member and account_id = :account
                            """)
                    .set("member", member())
                    .set("account", ordered.account().value())
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public int lines(Collection<AccountId> accounts) {
        return Math.toIntExact(sql.sql("""
                        select count(*) from apps.cart_line
                         where tenant_id = :tenant and member_id = :member and account_id = any (:accounts)
                        """)
                .set("member", member())
                .array("accounts", "uuid", accounts, AccountId::value)
                .number());
    }

    private void remove(AccountId account, SkuId sku, String unit) {
        sql.sql("""
                        delete from apps.cart_line
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                           and sku_id = :sku and unit = :unit
                        """)
                .set("member", member())
                .set("account", account.value())
                .set("sku", sku.value())
                .set("unit", unit)
                .update();
    }

    private void write(AccountId account, Cart.Line line, String quantity) {
        if (line.quantity().value() < 1 || line.quantity().value() > MOST) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("quantity", "out_of_range", 1, MOST)));
        }
        sql.sql("""
                        insert into apps.cart_line as line
                            (tenant_id, member_id, account_id, sku_id, unit, quantity, revision, added)
                        values (:tenant, :member, :account, :sku, :unit, :quantity, :revision, :revision)
                        on conflict on constraint cart_line_key
                        do update set revision = excluded.revision, quantity =\s""" + quantity)
                .set("member", member())
                .set("account", account.value())
                .set("sku", line.sku().value())
                .set("unit", line.quantity().unit())
                .set("quantity", line.quantity().value())
                .set("revision", Ids.next())
                .update();
    }

    private static UUID member() {
        return TenantScope.caller().member();
    }

    private record Row(Cart.Line line, UUID revision) {}
}
