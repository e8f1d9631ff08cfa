package io.qudao.tenancy;

import io.qudao.kernel.TenantId;
import java.util.Optional;

/**
 * The caller of the running request or job. Without it no data can be accessed. A new thread does not inherit it and
 * must bind it again.
 */
public final class TenantScope {
    /**
     * A query outside a transaction, on a connection in auto-commit mode, must begin with this and a semicolon, or with
     * a comma and further settings before the semicolon. It then runs by itself as the tenant, in one round trip. The
     * connection sets the first parameter; ignore the first result.
     */
    public static final String NAMING = "select set_config('app.tenant_id', ?, true)";

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private TenantScope() {}

    /** Returns the caller; throws an error if none is bound, and never returns a default. */
    public static Caller caller() {
        return CALLER.orElseThrow(() -> new IllegalStateException("No tenant is bound to this work"));
    }

    public static TenantId tenant() {
        return caller().tenant().id();
    }

    public static Optional<Caller> current() {
        return CALLER.isBound() ? Optional.of(CALLER.get()) : Optional.empty();
    }

    public static void run(Caller caller, Runnable work) {
        ScopedValue.where(CALLER, caller).run(work);
    }

    public static <T, X extends Throwable> T call(Caller caller, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CALLER, caller).call(work);
    }
}
