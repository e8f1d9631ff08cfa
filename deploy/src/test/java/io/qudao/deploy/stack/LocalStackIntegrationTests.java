package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void saysWhichServiceDied() throws Exception {
        try (var stack = fixture.start(home)) {
            var redis = stack.description().services().stream()
                    .filter(service -> service.name().equals("redis"))
                    .findFirst()
                    .orElseThrow();
            ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(stack::awaitEnd)
                    .withMessageContaining("redis ended unexpectedly")
                    .satisfies(
                            failure -> assertThat(failure.advice()).anyMatch(line -> line.contains("Ready to accept")));
        }
    }

    @Test
    void startsAKilledServiceAgainWhenAsked() throws Exception {
        try (var stack = fixture.start(home)) {
            StackFixture.execute(stack, "create table kept (word text)");
            stack.kill("postgres");
            assertThat(processes(stack)).hasSize(1);
            stack.restart("postgres");
            assertThat(StackFixture.read(stack, "qudao_owner", "select count(*) from kept"))
                    .isEqualTo("0");
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
