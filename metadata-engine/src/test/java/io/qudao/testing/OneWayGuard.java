package io.qudao.testing;

import io.qudao.metadata.Field;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Placement;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.StandardObject;
import io.qudao.record.RecordListener;
import io.qudao.record.RecordsChanged;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fails every transaction that writes a row of a standard object and tells nobody afterwards (DD050). Triggers on the object's
 * table note the rows of which a declared column has another value, and their statement; this listener notes the records told;
 * at commit both are compared by record and by order, so that what was told once covers no later write. Only in tests, so that
 * production pays nothing. A test that breaks rows on purpose says so in its statement, by a comment "past the one way".
 */
@Component
public final class OneWayGuard implements RecordListener, SmartInitializingSingleton {
    private static final String NOTES = """
            create schema if not exists guard;
            create sequence if not exists guard.step;
            create unlogged table if not exists guard.written (
                tx xid8 not null default pg_current_xact_id(), step bigint not null default nextval('guard.step'),
                object text not null, id uuid not null, statement text not null);
            create unlogged table if not exists guard.told (
                tx xid8 not null default pg_current_xact_id(), step bigint not null default nextval('guard.step'),
                object text not null, id uuid not null);
            create index if not exists told_by_id on guard.told (tx, object, id);
            create or replace function guard.check() returns trigger language plpgsql security definer as $$
            begin
                if new.statement like '%%/* past the one way */%%' then
                    return null;
                end if;
                if not exists (select from guard.told t where t.tx = new.tx and t.object = new.object and t.id = new.id
                        and t.step > new.step) then
                    raise exception 'A row of %% was written past StandardRecords, by: %%', new.object, new.statement;
                end if;
                return null;
            end $$;
            do $$ begin
                if not exists (select from pg_trigger where tgname = 'guard_check') then
                    create constraint trigger guard_check after insert on guard.written deferrable initially deferred
                        for each row execute function guard.check();
                end if;
            end $$;
            grant usage on schema guard to %1$s;
            grant usage on sequence guard.step to %1$s;
            grant insert on guard.told to %1$s;
            """.formatted(TestPostgres.APP);

    /** Object, its table, the columns of its fields. */
    @SuppressWarnings("InlineFormatString")
    private static final String TRIGGERS = """
            create or replace function guard.added_%1$s() returns trigger language plpgsql security definer as $$
            begin
                insert into guard.written (object, id, statement) select '%1$s', id, current_query() from fresh;
                return null;
            end $$;
            create or replace function guard.changed_%1$s() returns trigger language plpgsql security definer as $$
            begin
                insert into guard.written (object, id, statement)
                select '%1$s', f.id, current_query() from fresh f join stale s on s.tenant_id = f.tenant_id and s.id = f.id
                where (%3$s) is distinct from (%4$s);
                return null;
            end $$;
            create or replace function guard.gone_%1$s() returns trigger language plpgsql security definer as $$
            begin
                insert into guard.written (object, id, statement) select '%1$s', id, current_query() from stale;
                return null;
            end $$;
            create or replace trigger guard_added after insert on %2$s
                referencing new table as fresh for each statement execute function guard.added_%1$s();
            create or replace trigger guard_changed after update on %2$s
                referencing old table as stale new table as fresh for each statement execute function guard.changed_%1$s();
            create or replace trigger guard_gone after delete on %2$s
                referencing old table as stale for each statement execute function guard.gone_%1$s();
            """;

    private final List<StandardObject> objects;
    private final JdbcClient jdbc;
    private final Environment environment;
    private Set<String> guarded = Set.of();

    OneWayGuard(List<StandardObject> objects, JdbcClient jdbc, Environment environment) {
        this.objects = objects;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** Runs when the schema exists: the beans that migrate it were created before. */
    @Override
    public void afterSingletonsInstantiated() {
        if (objects.isEmpty()
                || !TestStack.shardUrl("s0").equals(environment.getProperty("qudao.tenancy.shards.s0.url"))) {
            return;
        }
        for (String shard : List.of("s0", "s1")) {
            install(TestStack.shardUrl(shard));
        }
        guarded = objects.stream().map(StandardObject::name).collect(Collectors.toSet());
    }

    @Override
    public Wish wish(ReleaseView release, ObjectType type) {
        return guarded.contains(type.name()) ? Wish.IDS : Wish.NOTHING;
    }

    @Override
    public void changed(RecordsChanged change) {
        jdbc.sql("insert into guard.told (object, id) select ?, unnest(?)")
                .params(change.object(), change.ids().toArray(UUID[]::new))
                .update();
    }

    private void install(String url) {
        try (Connection connection = DriverManager.getConnection(url, TestPostgres.OWNER, TestPostgres.PASSWORD);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(7712)");
            statement.execute(NOTES);
            for (StandardObject object : objects) {
                statement.execute(
                        TRIGGERS.formatted(object.name(), object.table(), columns("s", object), columns("f", object)));
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("The guard of standard objects cannot be installed", failed);
        }
    }

    private static String columns(String row, StandardObject object) {
        var columns = new LinkedHashSet<String>();
        for (Field field : object.fields()) {
            var column = (Placement.Column) field.placement();
            columns.add(column.column());
            if (column.currency() != null) {
                columns.add(column.currency());
            }
        }
        columns.add("data");
        return columns.stream().map(column -> row + "." + column).collect(Collectors.joining(", "));
    }
}
