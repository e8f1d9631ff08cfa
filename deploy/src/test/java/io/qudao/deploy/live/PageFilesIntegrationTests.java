package io.qudao.deploy.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.stack.LocalStack;
import io.qudao.deploy.stack.WholeStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The files of pages come whole, however many are asked for at once; the programs of this stack lie behind a symbolic
 * link, as a release often does.
 */
@ExtendWith(WholeStack.class)
class PageFilesIntegrationTests {
    private static final int BROWSERS = 6;
    private static final int FILES = 600;
    private static final List<String> PATHS = List.of("/tokens.css", "/sw.js", "/shell.css", "/favicon.svg");

    @Test
    void servesEveryFile(LocalStack stack) throws Exception {
        int port = stack.description().platformNodes().getFirst().port();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(BROWSERS)) {
            var browsers = new ArrayList<Callable<List<Integer>>>();
            for (int browser = 0; browser < BROWSERS; browser++) {
                int first = browser;
                browsers.add(() -> load(client, port, first));
            }
            for (var statuses : threads.invokeAll(browsers)) {
                assertThat(statuses.get()).hasSize(FILES).containsOnly(200);
            }
        }
    }

    private static List<Integer> load(HttpClient client, int port, int first) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int file = 0; file < FILES; file++) {
            var address = URI.create("http://127.0.0.1:" + port + PATHS.get((first + file) % PATHS.size()));
            statuses.add(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .statusCode());
        }
        return statuses;
    }
}
