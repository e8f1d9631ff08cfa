package io.qudao.partner;

import io.qudao.kernel.Ids;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.TenantFixture;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A tenant of a test's own, its channel, and people who act in it. */
public final class ChannelFixture {
    private final ApplicationContext context;
    private final Tenant tenant;

    public ChannelFixture(ApplicationContext context) {
        this.context = context;
        this.tenant = TenantFixture.create(context);
    }

    public Tenant tenant() {
        return tenant;
    }

    public Partner root() {
        return as(Caller.platform(tenant), () -> partners().root());
    }

    /** A partner below another; null: below the head office. */
    public Partner add(String code, PartnerRole role, @Nullable Partner parent) {
        return asAdmin(() ->
                partners().create(PartnerDraft.of(code, "Partner " + code, role, parent == null ? null : parent.id())));
    }

    /** The account by which a parent sells to its child. */
    public TradingAccount account(Partner seller, Partner buyer) {
        return asAdmin(() -> context.getBean(TradingAccounts.class)
                .between(seller.id(), buyer.id(), tenant.currency())
                .orElseThrow());
    }

    /** Somebody of a partner with these rights. */
    public Caller of(Partner partner, String... permissions) {
        return caller(partner.id().value(), permissions);
    }

    /** Somebody of the head office who may do everything. */
    public Caller admin() {
        return caller(root().id().value(), "*");
    }

    public <T> T asAdmin(ScopedValue.CallableOp<T, RuntimeException> work) {
        return as(admin(), work);
    }

    public <T> T as(Caller caller, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(caller, work);
    }

    /** In a transaction of this tenant, as the platform. */
    public <T> T inTransaction(ScopedValue.CallableOp<T, RuntimeException> work) {
        return as(
                Caller.platform(tenant),
                () -> context.getBean(TransactionTemplate.class).execute(status -> work.call()));
    }

    public Partners partners() {
        return context.getBean(Partners.class);
    }

    private Caller caller(UUID partner, String... permissions) {
        return new Caller(tenant, Ids.next(), "Somebody", partner, Set.of(permissions), Locale.ENGLISH);
    }
}
