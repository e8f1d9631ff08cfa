package io.qudao.deploy.stack;

import io.qudao.deploy.stack.Service.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Starts services as child processes, waits for their first response, notices their death and stops them in order. */
final class Supervisor {

    private static final Duration PROBE_EVERY = Duration.ofMillis(100);
    private static final Duration ORPHAN_GRACE = Duration.ofSeconds(10);
    private static final Duration SILENCE_WITHIN = Duration.ofSeconds(15);
    private static final int LAST_LINES = 12;

    /** Lines that hide the cause: stack frames, and the JVM's messages about a start-up cache. */
    private static final Pattern NOISE = Pattern.compile("^\\s+at |common frames omitted|AOT|^\\s*$");

    private final StackFolder folder;
    private final ProcessRecords records;
    private final Progress progress;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final BlockingQueue<Child> deaths = new LinkedBlockingQueue<>();
    private boolean closing;

    Supervisor(StackFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        this.records = new ProcessRecords(folder.path("processes"));
    }

    /** A started service. */
    record Child(Service service, Process process, long startedNanos, AtomicBoolean answered) {

        String name() {
            return service.name();
        }

        /** Returns how long it has been running, or had been when its death was noticed. */
        Duration ran() {
            return Duration.ofNanos(System.nanoTime() - startedNanos);
        }
    }

    /** Stops what a previous launcher left running: all programs together, then the database. */
    void endLeftBehind() {
        var left = records.leftBehind();
        for (var entry : left) {
            progress.note("Stopping %s (process %d), left behind by an earlier start."
                    .formatted(entry.service(), entry.pid()));
        }
        for (StopSignal signal : StopSignal.values()) {
            var processes = left.stream()
                    .filter(entry -> entry.stopSignal() == signal)
                    .flatMap(entry -> entry.alive().stream())
                    .toList();
            long deadline = System.nanoTime() + ORPHAN_GRACE.toNanos();
            processes.forEach(signal::send);
            processes.forEach(process ->
                    StopSignal.killIfAliveAfter(process, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        }
    }

    /**
     * Starts {@code service} and waits until it responds.
     *
     * @throws StackFailure if it ends before, or does not respond in time; it is not running then
     */
    void bringUp(Service service) throws InterruptedException {
        progress.starting(service.name());
        service.prepare();
        Child child = start(service);
        long deadline = System.nanoTime() + service.patience().toNanos();
        while (!service.answers()) {
            refuseIfClosing();
            refuseDead(child);
            if (System.nanoTime() > deadline) {
                abandon(child);
                throw new StackFailure(
                        "%s did not answer within %d s."
                                .formatted(service.name(), service.patience().toSeconds()),
                        lastLines(service));
            }
            Thread.sleep(PROBE_EVERY);
        }
        synchronized (this) {
            refuseDead(child);
            child.answered().set(true);
        }
        progress.ready(service.name(), child.ran());
    }

    /**
     * Fails if a child died: before its first response this concerns only the thread waiting for it, later it concerns
     * all.
     */
    private void refuseDead(Child child) {
        if (!child.process().isAlive()) {
            throw death(child);
        }
    }

    private void abandon(Child child) {
        synchronized (this) {
            children.remove(child.name(), child);
        }
        child.process().destroyForcibly().onExit().join();
        records.remove(child.service());
    }

    private synchronized Child start(Service service) throws InterruptedException {
        refuseIfClosing();
        Path log = folder.log(service.name());
        Launch launch = service.launch();
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Trees.createPrivately(log);
            var builder = new ProcessBuilder(launch.detachedCommand())
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().remove("SERVER_PORT");
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            Child child = new Child(service, process, System.nanoTime(), new AtomicBoolean());
            children.put(service.name(), child);
            records.add(service, process.toHandle());
            Thread.ofVirtual().name("watch-" + service.name()).start(() -> {
                process.onExit().join();
                exited(child);
            });
            return child;
        } catch (IOException e) {
            throw new StackFailure("Cannot start %s: %s".formatted(service.name(), e.getMessage()));
        }
    }

    private synchronized void refuseIfClosing() throws InterruptedException {
        if (closing) {
            throw new InterruptedException("stopping");
        }
    }

    private synchronized void exited(Child child) {
        if (children.remove(child.name(), child)) {
            records.remove(child.service());
            if (!closing && child.answered().get()) {
                deaths.add(child);
            }
        }
    }

    /** Waits for the next child that had responded and then ends without having been asked to. */
    Child nextDeath() throws InterruptedException {
        return deaths.take();
    }

    private StackFailure death(Child dead) {
        return new StackFailure(
                "%s ended unexpectedly with code %d. The end of %s:"
                        .formatted(dead.name(), dead.process().exitValue(), folder.log(dead.name())),
                lastLines(dead.service()));
    }

    private List<String> lastLines(Service service) {
        try {
            var lines = Files.readString(folder.log(service.name()))
                    .lines()
                    .filter(line -> !NOISE.matcher(line).find())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    synchronized List<Child> running() {
        return List.copyOf(children.values());
    }

    /** Stops all children, from the edge inwards, and starts no more. */
    void close() {
        List<Child> last;
        synchronized (this) {
            closing = true;
            last = List.copyOf(children.values());
        }
        var programs = last.stream()
                .filter(child -> child.service() instanceof Program)
                .toList();
        for (Stage stage : List.of(Stage.EDGE, Stage.NODE, Stage.CONTROL)) {
            var staged = in(stage, programs);
            staged.forEach(Supervisor::signal);
            staged.forEach(Supervisor::awaitSilence);
        }
        if (programs.stream().anyMatch(child -> child.answered().get() && writesCache(child))) {
            progress.note("Keeping what the next start needs to be faster (once after a build) ...");
        }
        programs.forEach(this::awaitEnd);
        for (Stage stage : List.of(Stage.SIGNAL, Stage.STORE)) {
            var staged = in(stage, last);
            staged.forEach(Supervisor::signal);
            staged.forEach(this::awaitEnd);
        }
    }

    private static List<Child> in(Stage stage, List<Child> children) {
        return children.stream()
                .filter(child -> child.service().stage() == stage)
                .toList();
    }

    private static boolean writesCache(Child child) {
        return child.service() instanceof Program program && program.writesCache();
    }

    /** Signals a child; the start-up cache of a program that never responded is not worth keeping. */
    private static void signal(Child child) {
        if (writesCache(child) && !child.answered().get()) {
            child.process().destroyForcibly();
            return;
        }
        child.service().stopSignal().send(child.process().toHandle());
    }

    /** Waits for a program that accepts no more requests but may still be writing its start-up cache. */
    private static void awaitSilence(Child child) {
        long deadline = System.nanoTime() + SILENCE_WITHIN.toNanos();
        while (child.process().isAlive() && !Ports.free(child.service().port()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PROBE_EVERY.toNanos());
        }
    }

    private void awaitEnd(Child child) {
        var service = child.service();
        if (StopSignal.killIfAliveAfter(child.process().toHandle(), service.grace())) {
            progress.note(service.name() + " did not end in time and was killed.");
        } else if (child.answered().get()) {
            service.ended();
        }
        records.remove(service);
    }
}
