package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A whole Qudao on this machine: real PostgreSQL and Redis, the three programs, all as child processes on loopback over
 * one data folder. Closing it, or the end of this process, ends them in order and keeps the data.
 */
public final class LocalStack implements AutoCloseable {

    private static final int RESTARTS = 3;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(5);

    private final StackFolder folder;
    private final Secrets secrets;
    private final Blueprint blueprint;
    private final Supervisor supervisor;
    private final Progress progress;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Deque<Long> restarts = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

    private LocalStack(
            StackFolder folder, Secrets secrets, Blueprint blueprint, Supervisor supervisor, Progress progress) {
        this.folder = folder;
        this.secrets = secrets;
        this.blueprint = blueprint;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /**
     * Starts a stack and returns when every service answers.
     *
     * @throws StackFailure if it cannot start; nothing is left running then
     */
    public static LocalStack start(StackOptions options, Progress progress) throws InterruptedException {
        StackFolder folder = StackFolder.open(options.home(), StackFolder.LEAST_FREE_BYTES);
        LocalStack stack;
        try {
            var supervisor = new Supervisor(folder, progress);
            supervisor.endLeftBehind();
            if (options.fresh()) {
                folder.wipe();
            }
            Secrets secrets = Secrets.keptIn(options.home());
            stack = new LocalStack(folder, secrets, Blueprint.of(options, folder, secrets), supervisor, progress);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(stack.hook);
        boolean up = false;
        try {
            stack.bringUp();
            up = true;
            return stack;
        } finally {
            if (!up) {
                stack.close();
            }
        }
    }

    private void bringUp() throws InterruptedException {
        List<Together.Task> tasks = new ArrayList<>();
        tasks.add(() -> supervisor.bringUp(blueprint.redis()));
        blueprint.search().ifPresent(search -> tasks.add(() -> supervisor.bringUp(search)));
        tasks.add(this::bringUpOverDatabase);
        Together.run(tasks.toArray(Together.Task[]::new));
        Trees.writePrivately(folder.path(StackDescription.FILE), description().toJson() + "\n");
        Thread.ofVirtual().name("watch").start(this::watch);
    }

    /**
     * The first node is what a start waits for; the others come after it, when the schema is there. The gateway, which is
     * the quickest, begins when the tenant-service is done: all three at once take the node's processor away.
     */
    private void bringUpOverDatabase() throws InterruptedException {
        List<Together.Task> first = new ArrayList<>();
        first.add(() -> {
            supervisor.bringUp(blueprint.postgres());
            new Databases(blueprint.postgres(), secrets).create();
        });
        blueprint.programs().ifPresent(programs -> {
            first.add(() -> programs.nodes().getFirst().prepare());
            first.add(() -> programs.tenantService().prepare());
            first.add(() -> programs.gateway().prepare());
        });
        Together.run(first.toArray(Together.Task[]::new));
        if (blueprint.programs().isPresent()) {
            var programs = blueprint.programs().get();
            Together.run(() -> supervisor.bringUp(programs.nodes().getFirst()), () -> {
                supervisor.bringUp(programs.tenantService());
                supervisor.bringUp(programs.gateway());
            });
            Together.run(programs.nodes().stream()
                    .skip(1)
                    .map(node -> (Together.Task) () -> supervisor.bringUp(node))
                    .toArray(Together.Task[]::new));
        }
    }

    /** One of several platform nodes is started again when it dies; any other death ends the stack. */
    private void watch() {
        try {
            while (true) {
                var dead = supervisor.nextDeath();
                if (!mayRestart(dead)) {
                    end.completeExceptionally(supervisor.death(dead));
                    return;
                }
                progress.note("%s ended with code %d and is started again."
                        .formatted(dead.name(), dead.process().exitValue()));
                supervisor.bringUp(dead.service());
            }
        } catch (StackFailure e) {
            end.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayRestart(Supervisor.Child dead) {
        long now = System.nanoTime();
        restarts.removeIf(instant -> now - instant > RESTARTS_WITHIN.toNanos());
        restarts.add(now);
        boolean oneOfSeveral = blueprint.programs().isPresent()
                && blueprint.programs().get().nodes().size() > 1
                && blueprint.programs().get().nodes().contains(dead.service());
        return oneOfSeveral && restarts.size() <= RESTARTS;
    }

    /** Where everything is. */
    public StackDescription description() {
        var postgres = blueprint.postgres();
        return new StackDescription(
                "http://localhost:" + blueprint.port(),
                blueprint.port(),
                ProcessHandle.current().pid(),
                folder.path("").toString(),
                new StackDescription.Database(
                        postgres.url(Databases.CONTROL), postgres.url(Databases.SHARD), Databases.OWNER, Databases.APP),
                supervisor.running().stream()
                        .map(child -> new StackDescription.RunningService(
                                child.name(),
                                child.process().pid(),
                                child.service().port(),
                                folder.log(child.name()).toString()))
                        .toList());
    }

    public Secrets secrets() {
        return secrets;
    }

    /** Kills a service at once, as a crash would; the stack waits for {@link #restart}. */
    public void kill(String service) {
        supervisor.kill(service);
    }

    /** Starts a killed service again and returns when it answers. */
    public void restart(String service) throws InterruptedException {
        supervisor.bringUp(blueprint.service(service));
    }

    /**
     * Waits until the stack is closed.
     *
     * @throws StackFailure if a service died first
     */
    public void awaitEnd() {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    /** Whether it is being ended, or was. */
    public boolean stopping() {
        return closed.get();
    }

    /** Ends everything in order and gives the folder free. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is what runs now, or waits for us
        }
    }

    private void stop() {
        if (closed.compareAndSet(false, true)) {
            progress.note("Stopping ...");
            Trees.delete(folder.path(StackDescription.FILE));
            supervisor.close();
            progress.note("Stopped.");
            folder.close();
            end.complete(null);
        }
    }
}
