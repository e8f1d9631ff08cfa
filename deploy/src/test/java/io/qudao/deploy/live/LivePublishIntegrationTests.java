package io.qudao.deploy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.deploy.client.Site;
import io.qudao.deploy.client.TenantApi;
import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.WholeStack;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A field is published while requests run on both nodes: none fails, none mixes two releases, and both come to show it. */
@ExtendWith(WholeStack.class)
class LivePublishIntegrationTests {
    private static final int PER_SECOND = 50;
    private static final int PUBLISHES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void publishesAFieldUnderLoad(LocalStack stack) throws Exception {
        var tenant = new Site(stack.description().url())
                .signUpTenant(new Site.SignUp(
                        "live-publish", "Live", "Ann", "ann@live.example", "correct horse battery", "en", "CNY"));
        var api = tenant.api();
        var nodes = nodes(stack, api);
        makeTasks(api, nodes);
        var faults = new ConcurrentLinkedQueue<String>();
        var answers = new AtomicInteger();
        try (var load = Executors.newScheduledThreadPool(8)) {
            long pause = TimeUnit.SECONDS.toMicros(1) / PER_SECOND;
            var _ = load.scheduleAtFixedRate(() -> list(nodes, answers, faults), 0, pause, TimeUnit.MICROSECONDS);
            await().atMost(PATIENCE).until(() -> answers.get() > PER_SECOND);
            for (int i = 1; i <= PUBLISHES; i++) {
                String field = "note_" + i;
                component(api, "field", "task." + field, "{\"label\": {\"en\": \"Note\"}, \"type\": \"text\"}");
                publish(api);
                for (TenantApi node : nodes) {
                    await().pollInterval(Duration.ofMillis(20))
                            .atMost(PATIENCE)
                            .until(() -> fields(node.get("/api/v1/records/task?limit=1")
                                            .json())
                                    .contains(field));
                }
            }
            int then = answers.get();
            await().atMost(PATIENCE).until(() -> answers.get() > then + PER_SECOND);
        }
        assertThat(faults).isEmpty();
        assertThat(answers.get()).isGreaterThan(PER_SECOND * 2);
    }

    private static void makeTasks(TenantApi api, List<TenantApi> nodes) throws InterruptedException {
        component(api, "object", "task", "{\"label\": {\"en\": \"Task\"}, \"plural\": {\"en\": \"Tasks\"}}");
        publish(api);
        for (TenantApi node : nodes) {
            await().atMost(PATIENCE)
                    .until(() -> node.get("/api/v1/records/task").ok());
        }
        for (int i = 0; i < 20; i++) {
            api.post("/api/v1/records/task", "{\"name\": \"Task %d\"}".formatted(i), Map.of())
                    .orFail("A record");
        }
    }

    /** The API at each node itself, past the gateway. */
    private static List<TenantApi> nodes(LocalStack stack, TenantApi api) {
        return stack.description().platformNodes().stream()
                .map(service -> api.at(service.port()))
                .toList();
    }

    private static void list(List<TenantApi> nodes, AtomicInteger answers, ConcurrentLinkedQueue<String> faults) {
        try {
            var answer = nodes.get(answers.get() % nodes.size()).once("GET", "/api/v1/records/task?limit=20");
            if (!answer.ok()) {
                faults.add(answer.status() + " " + answer.body());
            } else if (shapes(answer.json()).size() != 1) {
                faults.add("mixed: " + answer.body());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            faults.add(failed.toString());
        } finally {
            answers.incrementAndGet();
        }
    }

    /** The different sets of fields that the records of one answer have. */
    private static Set<Set<String>> shapes(JsonNode page) {
        var shapes = new HashSet<Set<String>>();
        page.path("items").forEach((JsonNode row) -> shapes.add(Set.copyOf(row.propertyNames())));
        return shapes;
    }

    private static Set<String> fields(JsonNode page) {
        return shapes(page).stream().findFirst().orElse(Set.of());
    }

    private static void component(TenantApi api, String kind, String name, String json) throws InterruptedException {
        api.put("/api/v1/metadata/components/" + kind + "/" + name, json).orFail(name);
    }

    private static void publish(TenantApi api) throws InterruptedException {
        api.post("/api/v1/metadata/publish", "{\"comment\": \"test\"}", Map.of())
                .orFail("Publishing");
    }
}
