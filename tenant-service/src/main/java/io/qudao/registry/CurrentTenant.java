package io.qudao.registry;

import java.util.Optional;

/** The tenant of the running request, determined by its host. Without it no data of a tenant can be accessed. */
public final class CurrentTenant {

    private static final ScopedValue<TenantSite> SITE = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** Returns the tenant; throws an error on the public site and outside requests. */
    public static TenantSite get() {
        return SITE.orElseThrow(() -> new IllegalStateException("No tenant is bound to this work"));
    }

    public static Optional<TenantSite> find() {
        return SITE.isBound() ? Optional.of(SITE.get()) : Optional.empty();
    }

    public static <T, X extends Throwable> T call(TenantSite site, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(SITE, site).call(work);
    }
}
