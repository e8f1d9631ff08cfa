package io.qudao.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread prepares. */
public final class StatementCounter extends DelegatingDataSource {
    private static final ThreadLocal<List<String>> PREPARED = ThreadLocal.withInitial(ArrayList::new);

    public StatementCounter(DataSource source) {
        super(source);
    }

    /** How many statements this work prepares. */
    public static int during(Callable<?> work) throws Exception {
        return during("", work);
    }

    /** How many statements that contain this text the work prepares. */
    public static int during(String text, Callable<?> work) throws Exception {
        PREPARED.get().clear();
        work.call();
        return (int) PREPARED.get().stream().filter(sql -> sql.contains(text)).count();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        PREPARED.get().add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
