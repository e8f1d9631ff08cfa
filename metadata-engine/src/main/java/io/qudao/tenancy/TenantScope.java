package io.qudao.tenancy;

import io.qudao.kernel.TenantId;
import java.util.Optional;

/**
 * The caller of the running request or job. Without it no data can be reached. A new thread does not inherit it: bind it
 * again there.
 */
public final class TenantScope {
    /**
     * A query outside a transaction, on a connection in auto-commit mode, begins with this and a semicolon, or with a
     * comma and more settings before that: it then runs by itself, in one round trip, as the tenant. The connection sets
     * the first parameter; the first result is of no use.
     */
    public static final String NAMING = "select set_config('app.tenant_id', ?, true)";

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private TenantScope() {}

    /** The caller; an error where none is bound, never a default. */
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
