package io.qudao.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Measures what the database alone can do: the same reads by plain statements, each in one round trip and prepared once per
 * connection, on the platform's own table with its indexes and row policies.
 */
final class VisitSql {
    private static final String NAME_TENANT = "select set_config('app.tenant_id', ?, true); ";
    private static final String PLACE = "select object_id, cell from engine.object_registry where cell is not null";
    /** Status and date are the only fields with slots, so each has the first one of its type. */
    private static final String LIST = " and t1 = 'open' and d1 >= ? order by d1, id limit 50";

    private final Bench bench;
    private final int tenant;
    private final int object;
    private final String from;

    private VisitSql(Bench bench, int tenant, int object, String cell) {
        this.bench = bench;
        this.tenant = tenant;
        this.object = object;
        this.from = NAME_TENANT
                + "select id, version, name, data from " + cell
                + " where tenant_id = ? and object_id = ? and deleted_at is null";
    }

    /** Uses the table of the only object that the tenant made. */
    static VisitSql of(Bench bench, int tenant) throws SQLException {
        try (var connection = bench.database();
                var place = connection.prepareStatement(NAME_TENANT + PLACE)) {
            place.setString(1, String.valueOf(tenant));
            place.execute();
            place.getMoreResults();
            try (var row = place.getResultSet()) {
                row.next();
                return new VisitSql(bench, tenant, row.getInt("object_id"), row.getString("cell"));
            }
        }
    }

    double reads(List<String> ids, int clients, Duration time) throws Exception {
        return perSecond(" and id = ?", clients, time, statement -> {
            String id = ids.get(new SplittableRandom().nextInt(ids.size()));
            statement.setObject(4, UUID.fromString(id));
            take(statement, 1);
        });
    }

    double lists(int clients, Duration time) throws Exception {
        return perSecond(LIST, clients, time, statement -> {
            var day = LocalDate.parse(VisitObject.firstOfMonth(new SplittableRandom()));
            statement.setObject(4, OffsetDateTime.of(day.atStartOfDay(), ZoneOffset.UTC));
            take(statement, 50);
        });
    }

    private interface Query {
        void run(PreparedStatement statement) throws SQLException;
    }

    private double perSecond(String condition, int clients, Duration time, Query query)
            throws SQLException, InterruptedException, ExecutionException {
        var connections = new ArrayList<Connection>();
        var statements = new ArrayList<PreparedStatement>();
        try {
            for (int i = 0; i < clients; i++) {
                var connection = bench.database();
                connections.add(connection);
                var statement = connection.prepareStatement(from + condition);
                statement.setString(1, String.valueOf(tenant));
                statement.setInt(2, tenant);
                statement.setInt(3, object);
                statements.add(statement);
            }
            return Load.run(clients, time, time, client -> query.run(statements.get(client)))
                    .perSecond();
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static void take(PreparedStatement statement, int expected) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        int count = 0;
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                rows.getBytes("data");
                count++;
            }
        }
        if (count != expected) {
            throw new IllegalStateException(count + " records, not " + expected);
        }
    }
}
