package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIntegrationTests {

    private final StackFixture fixture = new StackFixture();

    @TempDir
    private Path home;

    @Test
    void keepsDataFromOneStartToTheNextUntilAFreshOne() throws Exception {
        List<ProcessHandle> processes;
        try (var stack = fixture.start(home)) {
            StackFixture.execute(stack, "create table kept (word text)");
            StackFixture.execute(stack, "insert into kept values ('渠道')");
            processes = processes(stack);
            assertThat(processes).hasSize(2).allMatch(ProcessHandle::isAlive);
            assertThat(StackDescription.running(home)).contains(stack.description());
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(StackDescription.running(home)).isEmpty();
        try (var stack = fixture.start(home)) {
            assertThat(StackFixture.read(stack, "qudao_owner", "select word from kept"))
                    .isEqualTo("渠道");
        }
        try (var stack = LocalStack.start(StackFixture.services(home).withFresh(true), fixture)) {
            assertThat(StackFixture.read(stack, "qudao_owner", "select to_regclass('kept')"))
                    .isNull();
        }
    }

    @Test
    void givesTheProgramsARoleThatOwnsNothing() throws Exception {
        try (var stack = fixture.start(home)) {
            assertThat(StackFixture.read(
                            stack,
                            "qudao_app",
                            "select concat(rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("ffff");
            assertThat(StackFixture.read(stack, "qudao_app", "select has_database_privilege('qudao_s0', 'create')"))
                    .isEqualTo("f");
            assertThat(StackFixture.read(stack, "qudao_owner", "select has_database_privilege('qudao_s0', 'create')"))
                    .isEqualTo("t");
            assertThat(StackFixture.read(
                            stack,
                            "qudao_app",
                            "select concat(current_setting('fsync'),"
                                    + " current_setting('jit'), current_setting('server_version_num')::int / 10000)"))
                    .isEqualTo("onoff18");
        }
    }

    @Test
    void startsServicesAgainThatDieAndHidesTheirLogs() throws Exception {
        try (var stack = fixture.start(home)) {
            StackFixture.execute(stack, "create table kept (word text)");
            var dead = processes(stack);
            dead.forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(fixture.notes()).contains("redis works again.", "postgres works again."));
            assertThat(fixture.notes())
                    .contains(
                            "redis ended with code 137; it is started again in 0.5 s.",
                            "postgres ended with code 137; it is started again in 0.5 s.");
            assertThat(processes(stack)).hasSize(2).doesNotContainAnyElementsOf(dead);
            assertThat(readableByOthers()).isEmpty();
            assertThat(StackDescription.running(home)).contains(stack.description());
            assertThat(StackFixture.read(stack, "qudao_owner", "select count(*) from kept"))
                    .isEqualTo("0");
        }
    }

    /** Logs and secrets that somebody else on this machine could read. */
    private List<Path> readableByOthers() throws IOException {
        try (var logs = Files.list(home.resolve("logs"))) {
            return Stream.concat(logs, Stream.of(home.resolve("secrets.properties")))
                    .filter(file -> !permissions(file).equals("rw-------"))
                    .toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void endsWhenPostgresDoesNotComeBack() throws Exception {
        var end = new CompletableFuture<Void>();
        try (var folder = StackFolder.open(StackFixture.services(home).home(), 0)) {
            var postgres = StackPlan.of(StackFixture.services(home), folder, Secrets.keptIn(home))
                    .postgres();
            var supervisor = new Supervisor(folder, fixture);
            var quick = new BackOff(Duration.ofMillis(1), Duration.ofMillis(1));
            supervisor.bringUp(postgres);
            Thread.ofVirtual().start(new Revival(supervisor, fixture, quick, () -> {}, end)::watch);
            Files.writeString(home.resolve("postgres/PG_VERSION"), "15\n");
            supervisor.running().getFirst().process().destroyForcibly();
            assertThat(end)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .withCauseInstanceOf(StackFailure.class)
                    .withMessageContaining("version 15; this Qudao brings version 18");
            assertThat(fixture.notes()).hasSize(6);
            supervisor.close();
        }
    }

    @Test
    void stopsWhatAKilledLauncherLeft() throws Exception {
        Process launcher = new ProcessBuilder(List.of(
                        ProgramJar.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.qudao.deploy.Main",
                        "run",
                        "--services",
                        "--json",
                        "--home",
                        home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = launcher.inputReader()) {
            assertThat(lines.lines().filter(line -> line.startsWith("{")).findFirst())
                    .isPresent();
        }
        var left = StackDescription.running(home).orElseThrow().services();
        launcher.destroyForcibly();
        assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (var stack = fixture.start(home)) {
            assertThat(fixture.notes())
                    .anyMatch(note -> note.startsWith("Stopping postgres"))
                    .anyMatch(note -> note.startsWith("Stopping redis"));
            assertThat(left)
                    .hasSize(2)
                    .noneMatch(service -> processes(stack).stream().anyMatch(now -> now.pid() == service.pid()));
            assertThat(StackFixture.read(stack, "qudao_app", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesDataOfAnotherVersionAndLeavesIt() throws IOException {
        var options = StackFixture.services(home);
        Path version = Files.createDirectories(home.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "15\n");
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> LocalStack.start(options, fixture))
                .withMessageContaining("version 15; this Qudao brings version 18");
        assertThat(version).hasContent("15\n");
    }

    @Test
    void startsOverTheLockOfAServerThatDiedWithItsMachine() throws Exception {
        fixture.start(home).close();
        long someoneElse = ProcessHandle.current().pid();
        Files.writeString(home.resolve("postgres/postmaster.pid"), someoneElse + "\n" + home + "\n1\n5432\n\n\n\n");
        try (var stack = fixture.start(home)) {
            assertThat(StackFixture.read(stack, "qudao_app", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhenSecretsAndDataDoNotBelongTogether() throws Exception {
        fixture.start(home).close();
        Files.delete(home.resolve(Secrets.FILE));
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> fixture.start(home))
                .withMessageContaining("does not take the password kept in");
    }

    private static List<ProcessHandle> processes(LocalStack stack) {
        return stack.description().services().stream()
                .flatMap(service -> ProcessHandle.of(service.pid()).stream())
                .toList();
    }
}
