package io.qudao.deploy.bench;

import io.qudao.deploy.replay.Latencies;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs a closed loop of several clients for some time, after a warm-up that is not counted. */
final class Load {
    private Load() {}

    /** One request of a client, which is identified by its number. */
    interface Request {
        void send(int client) throws Exception;
    }

    static Result run(int clients, Duration warmUp, Duration time, Request request)
            throws InterruptedException, ExecutionException {
        loop(clients, warmUp, request, new Latencies());
        var latencies = new Latencies();
        long began = System.nanoTime();
        loop(clients, time, request, latencies);
        return new Result(latencies, Duration.ofNanos(System.nanoTime() - began));
    }

    private static void loop(int clients, Duration time, Request request, Latencies latencies)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(client -> threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            long sent = System.nanoTime();
                            request.send(client);
                            latencies.add(System.nanoTime() - sent);
                        }
                        return null;
                    }))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
    }

    record Result(Latencies latencies, Duration took) {
        double perSecond() {
            return Bench.perSecond(latencies.count(), took);
        }
    }
}
