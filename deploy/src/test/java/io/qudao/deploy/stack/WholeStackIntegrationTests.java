package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.deploy.stack.StackDescription.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programs together, from the outside: through the gateway, as a person or a program would. */
@ExtendWith(WholeStack.class)
class WholeStackIntegrationTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int READERS = 4;

    /** Readers without a pause would take the processor from what they wait for. */
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void runsEveryServiceAsItDescribes(LocalStack stack) {
        assertThat(stack.description().services())
                .extracting(RunningService::name)
                .containsExactlyInAnyOrder(
                        "redis", "postgres", "gateway", "tenant-service", "platform-1", "platform-2");
        assertThat(stack.description().services())
                .allMatch(service -> ProcessHandle.of(service.pid()).isPresent());
    }

    @Test
    void signsUpACompanyWhoseProgramIsLetInAtItsOwnHostOnly(LocalStack stack) throws Exception {
        var acme = signUp(stack, "smoke-acme");
        signUp(stack, "smoke-other");
        String token = token(stack, "smoke-acme", acme.get("client"));
        var me = get(stack.description().tenantUrl("smoke-acme") + "/api/v1/me", token);
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        var elsewhere = get(stack.description().tenantUrl("smoke-other") + "/api/v1/me", token);
        assertThat(elsewhere.statusCode()).as(elsewhere.body()).isIn(401, 403);
    }

    @Test
    void keepsItsInsidesInside(LocalStack stack) throws Exception {
        for (String path : new String[] {"/internal/tenants", "/internal/people", "/actuator/health"}) {
            assertThat(get(stack.description().tenantUrl("acme") + path, "").statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(get(stack.description().url() + path, "").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void startsADeadNodeAgainWhileTheOtherAnswers(LocalStack stack) throws Exception {
        var acme = signUp(stack, "smoke-crash");
        String token = token(stack, "smoke-crash", acme.get("client"));
        long dead = service(stack, "platform-2").orElseThrow().pid();
        var process = ProcessHandle.of(dead).orElseThrow();
        process.destroyForcibly();
        var me = get(stack.description().tenantUrl("smoke-crash") + "/api/v1/me", token);
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        WholeStack.awaitRevival(stack, "platform-2", dead);
    }

    @Test
    void answersOrAsksToComeBackWhilePostgresIsAway(LocalStack stack) throws Exception {
        var acme = signUp(stack, "smoke-outage");
        String token = token(stack, "smoke-outage", acme.get("client"));
        String url = stack.description().tenantUrl("smoke-outage") + "/api/v1/records/partner";
        long dead = service(stack, "postgres").orElseThrow().pid();
        var answers = new ConcurrentLinkedQueue<HttpResponse<String>>();
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var readers = Executors.newScheduledThreadPool(READERS)) {
            Runnable read = () -> {
                try {
                    answers.add(get(url, token));
                } catch (IOException | InterruptedException failed) {
                    failures.add(failed);
                }
            };
            for (int reader = 0; reader < READERS; reader++) {
                var _ = readers.scheduleWithFixedDelay(read, 0, BETWEEN_READS.toMillis(), TimeUnit.MILLISECONDS);
            }
            ProcessHandle.of(dead).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                var now = service(stack, "postgres");
                return now.isPresent()
                        && now.get().pid() != dead
                        && get(url, token).statusCode() == 200;
            });
            readers.shutdown();
        }
        assertThat(failures).isEmpty();
        assertThat(answers)
                .isNotEmpty()
                .allMatch(answer -> answer.statusCode() == 200 || isInvitationToComeBack(answer));
    }

    private static boolean isInvitationToComeBack(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    private JsonNode signUp(LocalStack stack, String slug) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(stack.description().url() + "/api/v1/sign-up"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                        {"slug": "%1$s", "company": "%1$s", "name": "Ann", "email": "ann@%1$s.example",
                                         "password": "correct horse battery", "locale": "en", "currency": "USD",
                                         "apiClient": true}
                                        """.formatted(slug)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private String token(LocalStack stack, String slug, JsonNode client) throws IOException, InterruptedException {
        String credentials = encoded(client.get("id").asString())
                + ":"
                + encoded(client.get("secret").asString());
        var response = http.send(
                HttpRequest.newBuilder(URI.create(stack.description().tenantUrl(slug) + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=api"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("access_token").asString();
    }

    private HttpResponse<String> get(String url, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Optional<RunningService> service(LocalStack stack, String name) {
        return stack.description().services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
