package io.qudao.cart.internal;

import io.qudao.cart.CartFields;
import io.qudao.catalog.SkuId;
import io.qudao.partner.AccountId;
import io.qudao.sql.SqlStatement;
import io.qudao.sql.TenantSql;
import io.qudao.tenancy.TenantScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores one row per filled-in field. */
@Component
@Transactional
class JdbcCartFields implements CartFields {
    private final TenantSql sql;

    JdbcCartFields(TenantSql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(AccountId account) {
        var fields = new LinkedHashMap<String, String>();
        of("""
                        select field, text from apps.cart_field
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                         order by field
                        """, account)
                .list(row -> Map.entry(row.text("field"), row.text("text")))
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    @Override
    public void put(AccountId account, Map<String, String> fields) {
        of("""
                        delete from apps.cart_field
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                        """, account).update();
        fields.forEach((field, text) ->
                of("""
                        insert into apps.cart_field (tenant_id, member_id, account_id, field, text)
                        values (:tenant, :member, :account, :field, :text)
                        """, account).set("field", field).set("text", text).update());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<LineKey, Map<String, String>> ofLines(AccountId account) {
        var lines = new LinkedHashMap<LineKey, Map<String, String>>();
        of("""
                        select sku_id, unit, field, text from apps.cart_line_field
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                         order by sku_id, unit, field
                        """, account)
                .list(row -> new Entered(
                        new LineKey(row.id("sku_id", SkuId::new), row.text("unit")),
                        row.text("field"),
                        row.text("text")))
                .forEach(entered -> lines.computeIfAbsent(entered.line(), line -> new LinkedHashMap<>())
                        .put(entered.field(), entered.text()));
        return lines;
    }

    @Override
    public void put(AccountId account, LineKey line, Map<String, String> fields) {
        of("""
                        delete from apps.cart_line_field
                         where tenant_id = :tenant and member_id = :member and account_id = :account
                           and sku_id = :sku and unit = :unit
                        """, account).set("sku", line.sku().value()).set("unit", line.unit()).update();
        of("""
                        insert into apps.cart_line_field (tenant_id, member_id, account_id, sku_id, unit, field, text)
                        select line.tenant_id, line.member_id, line.account_id, line.sku_id, line.unit, entered.field,
                               entered.text
                          from apps.cart_line line
                         cross join unnest(:fields, :texts) as entered (field, text)
                         where line.tenant_id = :tenant and line.member_id = :member and line.account_id = :account
                           and line.sku_id = :sku and line.unit = :unit
                        """, account)
                .set("sku", line.sku().value())
                .set("unit", line.unit())
                .array("fields", "text", fields.keySet())
                .array("texts", "text", fields.values())
                .update();
    }

    private SqlStatement of(String statement, AccountId account) {
        return sql.sql(statement).set("member", TenantScope.caller().member()).set("account", account.value());
    }

    private record Entered(LineKey line, String field, String text) {}
}
