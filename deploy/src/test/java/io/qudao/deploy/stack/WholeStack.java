package io.qudao.deploy.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalStack} with all programs and two platform nodes. It is started once, by the first test that
 * wants it, and ended with the last; each test signs up tenants of its own. Needs the programs built: {@code mvn verify}
 * builds them before it comes here.
 */
public final class WholeStack implements ParameterResolver {

    private static final Path UNPACKED = Path.of("target", "test-programs").toAbsolutePath();
    private static final int NODES = 2;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public LocalStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(WholeStack.class))
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .stack();
    }

    /** Waits until a service that a test has killed runs again, and answers if it is a node: the next test wants it. */
    public static void awaitRevival(LocalStack stack, String service, long dead) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> stack.description().services().stream()
                        .filter(now -> now.name().equals(service) && now.pid() != dead)
                        .anyMatch(now -> !service.startsWith("platform-")
                                || Http.ok("http://127.0.0.1:" + now.port() + "/actuator/health/readiness")));
    }

    private static LocalStack start(Path home) throws IOException, InterruptedException {
        Files.createDirectories(UNPACKED);
        Files.createSymbolicLink(home.resolve("programs"), UNPACKED);
        var options = StackFixture.services(home)
                .withScope(StackOptions.Scope.EVERYTHING)
                .withNodes(NODES);
        return LocalStack.start(options, new StackFixture());
    }

    /** The stack, or why it does not start: no second test waits for that. */
    private static final class Running implements AutoCloseable {

        private final Path home;
        private final Supplier<LocalStack> stack;

        Running() {
            try {
                home = Files.createTempDirectory("whole-stack");
                stack = started();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Supplier<LocalStack> started() throws IOException {
            try {
                LocalStack started = start(home);
                return () -> started;
            } catch (StackFailure e) {
                return () -> {
                    throw new IllegalStateException(
                            String.join("\n", e.getMessage(), String.join("\n", e.advice())), e);
                };
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        LocalStack stack() {
            return stack.get();
        }

        @Override
        public void close() {
            try {
                stack().close();
            } catch (IllegalStateException neverStarted) {
                // every test that wanted it has failed with the reason
            }
            Trees.delete(home);
        }
    }
}
