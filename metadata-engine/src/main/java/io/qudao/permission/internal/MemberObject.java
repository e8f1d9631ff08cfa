package io.qudao.permission.internal;

import io.qudao.expression.SqlFragment;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.StandardObject;
import io.qudao.record.RowScope;
import io.qudao.tenancy.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Members as records, to which owners and creators refer. Callers see the same members here as in the list of members.
 */
@Configuration(proxyBeanMethods = false)
class MemberObject {
    private static final String SCOPE = "member_horizon";

    static final String NAME = "member";

    @Bean
    static StandardObject memberType() {
        return StandardObject.of(NAME, Label.of("Member", "成员", "成員"), Label.of("Members", "成员", "成員"))
                .table("engine.member", SCOPE)
                .ownedBy("member_id")
                .field("name", DataType.TEXT, Label.of("Name", "姓名", "姓名"), field -> field.length(200))
                .field("email", DataType.TEXT, Label.of("E-mail", "邮箱", "電子郵件"), field -> field.length(200))
                .field("active", DataType.BOOLEAN, Label.of("Active", "启用", "啟用"))
                .build();
    }

    @Bean
    static RowScope memberScope(MemberChecks checks, TransactionTemplate transaction) {
        return new RowScope() {
            @Override
            public String name() {
                return SCOPE;
            }

            @Override
            public SqlFragment predicate(Caller caller) {
                @Nullable UUID only = transaction.execute(status -> checks.horizon());
                return only == null ? new SqlFragment("true", List.of()) : new SqlFragment("""
                                exists (select from engine.member_partner o where o.tenant_id = r.tenant_id
                                        and o.member_id = r.member_id and o.partner_id = ?)""", List.of(only));
            }
        };
    }
}
