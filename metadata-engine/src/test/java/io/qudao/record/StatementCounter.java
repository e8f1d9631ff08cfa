package io.qudao.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread prepares. */
final class StatementCounter extends DelegatingDataSource {
    private static final ThreadLocal<Integer> PREPARED = ThreadLocal.withInitial(() -> 0);

    StatementCounter(DataSource source) {
        super(source);
    }

    /** How many statements this work prepares. */
    static int during(Callable<?> work) throws Exception {
        int before = PREPARED.get();
        work.call();
        return PREPARED.get() - before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        PREPARED.set(PREPARED.get() + 1);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
