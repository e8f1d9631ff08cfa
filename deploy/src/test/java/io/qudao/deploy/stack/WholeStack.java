package io.qudao.deploy.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .stack();
    }

    private record Running(LocalStack stack, Path home) implements AutoCloseable {

        static Running start() {
            try {
                Path home = Files.createTempDirectory("whole-stack");
                Files.createDirectories(UNPACKED);
                Files.createSymbolicLink(home.resolve("programs"), UNPACKED);
                var options = StackFixture.services(home)
                        .withScope(StackOptions.Scope.EVERYTHING)
                        .withNodes(NODES);
                return new Running(LocalStack.start(options, new StackFixture()), home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            stack.close();
            Trees.delete(home);
        }
    }
}
