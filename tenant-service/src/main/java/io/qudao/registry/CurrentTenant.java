package io.qudao.registry;

import java.util.Optional;

/** The tenant of the request under way, found by its host. Without it nothing of a tenant can be reached. */
public final class CurrentTenant {

    private static final ScopedValue<TenantSite> SITE = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** The tenant; an error on the public site and outside of requests. */
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
