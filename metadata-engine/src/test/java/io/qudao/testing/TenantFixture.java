package io.qudao.testing;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.Tenants;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Makes tenants that no other test knows. */
public final class TenantFixture {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private TenantFixture() {}

    /** A new tenant on shard {@code s0}, with all its modules' rows. */
    public static Tenant create(ApplicationContext context) {
        return create(context, "s0");
    }

    public static Tenant create(ApplicationContext context, String shard) {
        int number = NEXT.getAndIncrement();
        var tenant = new Tenant(
                new TenantId(number),
                "tenant-" + number,
                "Tenant " + number,
                new ShardId(shard),
                Locale.SIMPLIFIED_CHINESE,
                CurrencyCode.CNY);
        var admin = new Tenants.Admin(adminOf(tenant), "Admin", "admin@tenant-" + number + ".example");
        context.getBean(Tenants.class).create(new Tenants.NewTenant(tenant, admin, null));
        return tenant;
    }

    /** The person who is the first member of a tenant made here. */
    public static UUID adminOf(Tenant tenant) {
        return new UUID(0x7000L, Long.MIN_VALUE | tenant.id().value());
    }

    /** The platform's own rights in a tenant. */
    public static Caller platform(Tenant tenant) {
        return Caller.platform(tenant);
    }
}
