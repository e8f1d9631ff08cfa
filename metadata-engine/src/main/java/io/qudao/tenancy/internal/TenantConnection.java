package io.qudao.tenancy.internal;

import io.qudao.kernel.TenantId;
import io.qudao.tenancy.TenantScope;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection that sets the tenant for the row policies before the first statement of each transaction, for that
 * transaction only: the setting is sent with BEGIN in one round trip and ends with COMMIT, so a pooled connection never
 * keeps a tenant. A statement outside a transaction would see nothing or be lost, so it is refused unless it begins
 * with {@link TenantScope#NAMING} and thus is a transaction by itself.
 */
final class TenantConnection implements InvocationHandler {
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
        if (arguments != null && arguments[0] instanceof String sql && sql.startsWith(TenantScope.NAMING)) {
            return named((PreparedStatement) call(method, arguments));
        }
        switch (method.getName()) {
            case "prepareStatement", "createStatement", "prepareCall" -> nameTenant();
            case "commit", "rollback" -> named = named && arguments != null;
            default -> {}
        }
        return call(method, arguments);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private PreparedStatement named(PreparedStatement statement) throws SQLException {
        statement.setString(1, tenant.toString());
        return statement;
    }

    private void nameTenant() throws SQLException {
        if (named) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Tenant data can be accessed inside a transaction only");
        }
        try (var statement = target.prepareStatement(TenantScope.NAMING)) {
            named(statement).execute();
        }
        named = true;
    }
}
