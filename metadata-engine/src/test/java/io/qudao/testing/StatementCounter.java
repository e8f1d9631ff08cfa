package io.qudao.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Hears the statements that a thread prepares. */
public final class StatementCounter extends DelegatingDataSource {
    private static final ScopedValue<List<String>> PREPARED = ScopedValue.newInstance();

    private StatementCounter(DataSource source) {
        super(source);
    }

    /** How many statements this work prepares. */
    public static int during(Callable<?> work) throws Exception {
        return textsDuring(work).size();
    }

    /** How many statements that contain this text the work prepares. */
    public static int during(String text, Callable<?> work) throws Exception {
        return (int)
                textsDuring(work).stream().filter(sql -> sql.contains(text)).count();
    }

    /** The statements this work prepares, in their order. */
    public static List<String> textsDuring(Callable<?> work) throws Exception {
        var prepared = new ArrayList<String>();
        ScopedValue.where(PREPARED, prepared).call(work::call);
        return prepared;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (PREPARED.isBound() && method.getName().equals("prepareStatement")) {
                        PREPARED.get().add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Counts in every test. */
    @Component
    static final class CountingSources implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("dataSource") && bean instanceof DataSource source ? new StatementCounter(source) : bean;
        }
    }
}
