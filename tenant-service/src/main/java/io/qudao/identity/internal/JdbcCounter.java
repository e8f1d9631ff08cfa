package io.qudao.identity.internal;

import io.qudao.control.store.ControlDatabase;
import io.qudao.identity.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in PostgreSQL while Redis is unavailable. */
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
            forgetOld(sql, now, subject);
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
    public Optional<Duration> slow(String subject, Attempts.Slowing slowing) {
        var now = clock.instant();
        return database.globally(sql -> {
            forgetOld(sql, now, subject);
            int counted = sql.sql("""
                            insert into attempt as a (subject, count, window_to, wait_to)
                            values (:subject, 1, :until, case when :free <= 1 then :now + :first * interval '1 millisecond' end)
                            on conflict (subject) do update set
                                count = case when a.window_to < :now then 1 else a.count + 1 end,
                                window_to = excluded.window_to,
                                wait_to = case when a.window_to < :now then excluded.wait_to
                                    when a.count + 1 >= :free then :now + least(:longest,
                                        :first * power(2, least(a.count + 1 - :free, 20))) * interval '1 millisecond' end
                            where a.wait_to is null or a.wait_to <= :now
                            """)
                    .param("subject", subject)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("until", now.plus(slowing.memory()).atOffset(ZoneOffset.UTC))
                    .param("free", slowing.free())
                    .param("first", (double) slowing.first().toMillis())
                    .param("longest", (double) slowing.longest().toMillis())
                    .update();
            return counted > 0
                    ? Optional.<Duration>empty()
                    : sql.sql("select wait_to from attempt where subject = :subject")
                            .param("subject", subject)
                            .query(OffsetDateTime.class)
                            .optional()
                            .map(over -> Duration.between(now, over));
        });
    }

    @Override
    public void giveBack(String subject) {
        database.globally(sql -> sql.sql(
                        "update attempt set count = count - 1, wait_to = null where subject = :subject and count > 0")
                .param("subject", subject)
                .update());
    }

    private static void forgetOld(JdbcClient sql, Instant now, String subject) {
        sql.sql("delete from attempt where window_to < :now and subject <> :subject")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    @Override
    public void forget(String subject) {
        database.globally(sql -> sql.sql("delete from attempt where subject = :subject")
                .param("subject", subject)
                .update());
    }
}
