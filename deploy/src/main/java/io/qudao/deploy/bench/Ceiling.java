package io.qudao.deploy.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Measures what the database alone can do: one transaction that inserts an order, its 21 lines and an outbox row into
 * the platform's own tables, with their indexes and row policies, in as few round trips as JDBC allows (see the storage
 * design).
 */
final class Ceiling {
    private static final String NAME_TENANT = "select set_config('app.tenant_id', ?, true)";
    private static final String ORDER = """
            insert into apps.sales_order (tenant_id, id, number, seller_id, buyer_id, account_id, warehouse_id, currency,
                status, priced_at, price_mode, total, line_count, base_units, created_at, created_by, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, 'CNY', 'SUBMITTED', now(), 'FIRST_MATCH', 100, 21, 21, now(), ?, now())
            """;
    private static final String LINES = """
            insert into apps.order_line (tenant_id, order_id, line_number, sku_id, sku_code, sku_name, unit, numerator,
                denominator, quantity, base_quantity, price_list_id, price_entry_id, price_version, unit_price, net, trace)
            select ?, ?, n, uuidv7(), 'K' || n, 'Goods ' || n, 'each', 1, 1, 1, 1, uuidv7(), uuidv7(), 1, ?, ?, 'ceiling'
            from generate_series(1, 21) as n
            """;
    private static final String OUTBOX =
            "insert into engine.outbox (tenant_id, topic, message_key, payload) values (?, 'bench', ?, '{}')";

    private final Bench bench;
    private final int tenant;

    Ceiling(Bench bench, int tenant) {
        this.bench = bench;
        this.tenant = tenant;
    }

    double perSecond(int clients, Duration warmUp, Duration time)
            throws SQLException, InterruptedException, ExecutionException {
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < clients; i++) {
                var connection = bench.database();
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            List<Connection> own = List.copyOf(connections);
            return Load.run(clients, warmUp, time, client -> insert(own.get(client)))
                    .perSecond();
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private void insert(Connection connection) throws SQLException {
        var order = UUID.randomUUID();
        try (var name = connection.prepareStatement(NAME_TENANT);
                var head = connection.prepareStatement(ORDER);
                var lines = connection.prepareStatement(LINES);
                var outbox = connection.prepareStatement(OUTBOX)) {
            name.setString(1, String.valueOf(tenant));
            name.execute();
            head(head, order);
            lines.setInt(1, tenant);
            lines.setObject(2, order);
            lines.setBigDecimal(3, BigDecimal.TEN);
            lines.setBigDecimal(4, BigDecimal.TEN);
            lines.executeUpdate();
            outbox.setInt(1, tenant);
            outbox.setString(2, order.toString());
            outbox.executeUpdate();
        }
        connection.commit();
    }

    private void head(PreparedStatement head, UUID order) throws SQLException {
        head.setInt(1, tenant);
        head.setObject(2, order);
        head.setString(3, "C" + order);
        for (int i = 4; i <= 8; i++) {
            head.setObject(i, order);
        }
        head.executeUpdate();
    }
}
