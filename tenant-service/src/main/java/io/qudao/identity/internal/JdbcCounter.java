package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The same in PostgreSQL, for the time without Redis. */
@Component
class JdbcCounter implements Counter {

    private final ControlDatabase database;
    private final Clock clock;

    JdbcCounter(ControlDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> count(String subject, Attempts.Limit limit) {
        var now = clock.instant();
        return database.globally(sql -> {
            sql.sql("delete from attempt where window_to < :now and subject <> :subject")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("subject", subject)
                    .update();
            return sql.sql("""
                            insert into attempt as a (subject, count, window_to) values (:subject, 1, :until)
                            on conflict (subject) do update set
                                count = case when a.window_to < :now then 1 else a.count + 1 end,
                                window_to = case when a.window_to < :now then excluded.window_to else a.window_to end
                            returning case when count > :limit then window_to end
                            """)
                    .param("subject", subject)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("until", now.plus(limit.window()).atOffset(ZoneOffset.UTC))
                    .param("limit", limit.count())
                    .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(until -> Duration.between(now, until)))
                    .single();
        });
    }

    @Override
    public void giveBack(String subject) {
        database.globally(sql -> sql.sql("update attempt set count = count - 1 where subject = :subject and count > 0")
                .param("subject", subject)
                .update());
    }

    @Override
    public void forget(String subject) {
        database.globally(sql -> sql.sql("delete from attempt where subject = :subject")
                .param("subject", subject)
                .update());
    }
}
