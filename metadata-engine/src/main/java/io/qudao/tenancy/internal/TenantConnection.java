package io.qudao.tenancy.internal;

import io.qudao.kernel.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection that names its tenant to the row policies before the first statement of each transaction, for that
 * transaction only: the setting travels with BEGIN in one round trip and is gone with COMMIT, so a pooled connection
 * never remembers a tenant. A statement outside a transaction is refused: it would see nothing, or be lost.
 */
final class TenantConnection implements InvocationHandler {
    private static final String NAME_TENANT = "select set_config('app.tenant_id', ?, true)";

    private final Connection target;
    private final TenantId tenant;
    private boolean named;

    private TenantConnection(Connection target, TenantId tenant) {
        this.target = target;
        this.tenant = tenant;
    }

    static Connection of(Connection target, TenantId tenant) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new TenantConnection(target, tenant));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement", "createStatement", "prepareCall" -> nameTenant();
            case "commit", "rollback" -> named = named && arguments != null;
            default -> {}
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private void nameTenant() throws SQLException {
        if (named) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Tenant data is reached inside a transaction only");
        }
        try (var statement = target.prepareStatement(NAME_TENANT)) {
            statement.setString(1, tenant.toString());
            statement.execute();
        }
        named = true;
    }
}
