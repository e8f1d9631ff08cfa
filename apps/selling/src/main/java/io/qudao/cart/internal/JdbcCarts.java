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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores one row per line. Each write gives its line a new revision, and the revisions of a cart form its key. */
@Component
@Transactional
class JdbcCarts implements Carts {
    /** Keys of carts start with this, so that other orders need not ask for a cart. */
    static final String KEY = "cart-";

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
        return new Cart(account, KEY + key, rows.stream().map(Row::line).toList());
    }

    @Override
    public Cart put(AccountId account, SkuId sku, Quantity quantity) {
        if (quantity.value() == 0) {
            remove(account, sku, quantity.unit());
        } else {
            write(account, List.of(new Cart.Line(sku, quantity)), "excluded.quantity");
        }
        return of(account);
    }

    @Override
    public Cart add(AccountId account, Collection<Cart.Line> lines) {
        lines.forEach(JdbcCarts::requireInRange);
        write(account, merged(lines), "least(line.quantity + excluded.quantity, " + MOST + ")");
        return of(account);
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

    private void write(AccountId account, List<Cart.Line> lines, String quantity) {
        lines.forEach(JdbcCarts::requireInRange);
        // In the order of the lines: ids of the same millisecond have none by themselves.
        var revisions = Stream.generate(Ids::next)
                .limit(lines.size())
                .sorted(Comparator.comparing(UUID::toString))
                .iterator();
        sql.sql("""
                        insert into apps.cart_line as line
                            (tenant_id, member_id, account_id, sku_id, unit, quantity, revision, added)
                        select :tenant, :member, :account, sku, unit, quantity, revision, revision
                        from unnest(:skus, :units, :quantities, :revisions) as wanted (sku, unit, quantity, revision)
                        on conflict on constraint cart_line_key
                        do update set revision = excluded.revision, quantity =\s""" + quantity)
                .set("member", member())
                .set("account", account.value())
                .array("skus", "uuid", lines, line -> line.sku().value())
                .array("units", "text", lines, line -> line.quantity().unit())
                .array("quantities", "int8", lines, line -> line.quantity().value())
                .array("revisions", "uuid", lines, line -> revisions.next())
                .update();
    }

    /** Returns one line for each SKU and unit, since a statement cannot write a row twice. */
    private static List<Cart.Line> merged(Collection<Cart.Line> lines) {
        var quantities = new LinkedHashMap<Goods, Long>();
        lines.forEach(line -> quantities.merge(
                new Goods(line.sku(), line.quantity().unit()),
                line.quantity().value(),
                (one, other) -> Math.min(one + other, MOST)));
        return quantities.entrySet().stream()
                .map(entry -> new Cart.Line(
                        entry.getKey().sku(),
                        new Quantity(entry.getValue(), entry.getKey().unit())))
                .toList();
    }

    private static void requireInRange(Cart.Line line) {
        if (line.quantity().value() < 1 || line.quantity().value() > MOST) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("quantity", "out_of_range", 1, MOST)));
        }
    }

    private static UUID member() {
        return TenantScope.caller().member();
    }

    private record Goods(SkuId sku, String unit) {}

    private record Row(Cart.Line line, UUID revision) {}
}
