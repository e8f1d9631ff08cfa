package io.qudao.deploy.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A complete Qudao on this machine: real PostgreSQL and Redis and the three programs as child processes on loopback,
 * with one data folder. Closing it, or the end of this process, stops them in order and keeps the data.
 */
public final class LocalStack implements AutoCloseable {

    private final StackFolder folder;
    private final Secrets secrets;
    private final StackPlan blueprint;
    private final Supervisor supervisor;
    private final Progress progress;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

    private LocalStack(
            StackFolder folder, Secrets secrets, StackPlan blueprint, Supervisor supervisor, Progress progress) {
        this.folder = folder;
        this.secrets = secrets;
        this.blueprint = blueprint;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    /**
     * Starts a stack and returns when every service responds.
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
            stack = new LocalStack(folder, secrets, StackPlan.of(options, folder, secrets), supervisor, progress);
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
        List<ParallelTasks.Task> tasks = new ArrayList<>();
        tasks.add(() -> supervisor.bringUp(blueprint.redis()));
        blueprint.search().ifPresent(search -> tasks.add(() -> supervisor.bringUp(search)));
        tasks.add(this::bringUpOverDatabase);
        ParallelTasks.run(tasks.toArray(ParallelTasks.Task[]::new));
        describe();
        var revival = new Revival(
                supervisor, progress, new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30)), this::describe, end);
        Thread.ofVirtual().name("watch").start(revival::watch);
    }

    private synchronized void describe() {
        if (!stopping()) {
            Trees.writePrivately(
                    folder.path(StackDescription.FILE), description().toJson() + "\n");
        }
    }

    /**
     * Starts the programs. Only the first node is waited for; the others follow when the schema exists. The gateway,
     * which starts fastest, begins when the tenant-service is done, because all three at once would take processor time
     * from the node.
     */
    private void bringUpOverDatabase() throws InterruptedException {
        List<ParallelTasks.Task> first = new ArrayList<>();
        first.add(() -> {
            supervisor.bringUp(blueprint.postgres());
            new Databases(blueprint.postgres(), secrets).create();
        });
        blueprint.programs().ifPresent(programs -> {
            first.add(() -> programs.nodes().getFirst().prepare());
            first.add(() -> programs.tenantService().prepare());
            first.add(() -> programs.gateway().prepare());
        });
        ParallelTasks.run(first.toArray(ParallelTasks.Task[]::new));
        if (blueprint.programs().isPresent()) {
            var programs = blueprint.programs().get();
            ParallelTasks.run(() -> supervisor.bringUp(programs.nodes().getFirst()), () -> {
                supervisor.bringUp(programs.tenantService());
                supervisor.bringUp(programs.gateway());
            });
            ParallelTasks.run(programs.nodes().stream()
                    .skip(1)
                    .map(node -> (ParallelTasks.Task) () -> supervisor.bringUp(node))
                    .toArray(ParallelTasks.Task[]::new));
        }
    }

    /** Returns where everything is. */
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

    /**
     * Waits until the stack is closed.
     *
     * @throws StackFailure if PostgreSQL died and did not come back
     */
    public void awaitEnd() {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    /** Returns whether it is stopping or has stopped. */
    public boolean stopping() {
        return closed.get();
    }

    /** Stops everything in order and releases the folder. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running this, or waits for us.
        }
    }

    private synchronized void forget() {
        Trees.delete(folder.path(StackDescription.FILE));
    }

    private void stop() {
        if (closed.compareAndSet(false, true)) {
            progress.note("Stopping ...");
            forget();
            supervisor.close();
            progress.note("Stopped.");
            folder.close();
            end.complete(null);
        }
    }
}
