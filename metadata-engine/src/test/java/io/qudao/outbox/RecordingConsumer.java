package io.qudao.outbox;

import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the messages it received, by tenant, and refuses those that a test chooses. */
@Component
public class RecordingConsumer implements OutboxConsumer {
    public static final String TOPIC = "test.happened";

    private final JdbcClient jdbc;
    private final Map<Integer, List<OutboxMessage>> taken = new ConcurrentHashMap<>();
    private final Map<Integer, Predicate<OutboxMessage>> refusals = new ConcurrentHashMap<>();

    RecordingConsumer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void consume(List<OutboxMessage> messages) {
        int tenant = TenantScope.tenant().value();
        for (OutboxMessage message : messages) {
            if (refusals.getOrDefault(tenant, any -> false).test(message)) {
                // What a broken statement does: it spoils the transaction down to the savepoint.
                jdbc.sql("select 1 / 0").query(Integer.class).single();
            }
        }
        taken.computeIfAbsent(tenant, first -> new CopyOnWriteArrayList<>()).addAll(messages);
    }

    List<OutboxMessage> taken(int tenant) {
        return taken.getOrDefault(tenant, List.of());
    }

    public void refuse(int tenant, Predicate<OutboxMessage> refusal) {
        refusals.put(tenant, refusal);
    }
}
