package io.qudao.cart.internal;

import io.qudao.cart.CartFields;
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

    private SqlStatement of(String statement, AccountId account) {
        return sql.sql(statement).set("member", TenantScope.caller().member()).set("account", account.value());
    }
}
