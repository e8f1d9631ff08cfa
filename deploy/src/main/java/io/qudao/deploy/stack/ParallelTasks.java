package io.qudao.deploy.stack;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Runs tasks in parallel. */
final class ParallelTasks {

    private ParallelTasks() {}

    /** A task that may have to wait. */
    interface Task {
        void run() throws InterruptedException;
    }

    /** Returns when all tasks have ended; the first failure interrupts the others and is thrown. */
    static void run(Task... tasks) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = new ExecutorCompletionService<Void>(executor);
            for (Task task : tasks) {
                ended.submit(() -> {
                    task.run();
                    return null;
                });
            }
            for (int i = 0; i < tasks.length; i++) {
                try {
                    ended.take().get();
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    throw unwrapped(e.getCause());
                } catch (InterruptedException e) {
                    executor.shutdownNow();
                    throw e;
                }
            }
        }
    }

    private static RuntimeException unwrapped(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
