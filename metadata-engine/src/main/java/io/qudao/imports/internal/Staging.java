package io.qudao.imports.internal;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.idempotency.KeyedRequest;
import io.qudao.idempotency.Made;
import io.qudao.imports.ImportEncoding;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportTarget;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns a file into a job and its chunks in one transaction, so that an aborted upload leaves nothing. */
@Component
final class Staging {
    private static final Duration REPEATED_WITHIN = Duration.ofDays(1);
    private static final int CHUNK_CHARACTERS = 1 << 20;
    private static final int CHARACTERS_OF_AN_EMPTY_CELL = 4;

    private final JobRows jobs;
    private final ChunkRows chunks;
    private final ImportsProperties properties;
    private final IdempotencyKeys keys;

    Staging(JobRows jobs, ChunkRows chunks, ImportsProperties properties, IdempotencyKeys keys) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.properties = properties;
        this.keys = keys;
    }

    UUID stage(ImportRequest request, ImportTarget target, Spool file) {
        var sink = new Sink(request, target, file.digest());
        return keys.once(
                keyed(request, file.digest()),
                Made.of(sink.id),
                () -> {
                    refuseRepeated(request, target, file.digest());
                    return sink.finish(TableReader.read(file, request.encoding(), properties.maxSize(), sink));
                },
                Made::id);
    }

    private void refuseRepeated(ImportRequest request, ImportTarget target, String digest) {
        if (target.countsEachTime()
                && request.idempotencyKey().isEmpty()
                && jobs.hasStored(request.target(), digest, REPEATED_WITHIN)) {
            throw ImportProblem.REPEATED_FILE.ofFile();
        }
    }

    /** The partner acted for is part of the content, because it decides what the rows mean. */
    private static KeyedRequest keyed(ImportRequest request, String digest) {
        var partner = TenantScope.caller().partner();
        var content = new LinkedHashMap<String, Value>();
        content.put("target", Value.text(request.target()));
        content.put("mode", Value.text(request.mode().name()));
        content.put("digest", Value.text(digest));
        content.put("partner", partner == null ? Value.none() : Value.of(partner));
        content.put(
                "encoding",
                request.encoding().<Value>map(code -> Value.text(code.code())).orElse(Value.none()));
        return new KeyedRequest("import", request.idempotencyKey().orElse(null), new Value.Fields(content));
    }

    private final class Sink implements TableSink {
        private final UUID id = Ids.next();
        private final ImportRequest request;
        private final ImportTarget target;
        private final String digest;
        private final List<StagedRow> waiting = new ArrayList<>();
        private long characters;
        private long rows;
        private int chunk;

        Sink(ImportRequest request, ImportTarget target, String digest) {
            this.request = request;
            this.target = target;
            this.digest = digest;
        }

        @Override
        public void header(List<String> names) {
            jobs.add(id, request, digest, Header.of(names, target.columns()));
        }

        @Override
        public void row(StagedRow row) {
            waiting.add(row);
            characters += row.cells().stream()
                    .mapToLong(cell -> cell.length() + CHARACTERS_OF_AN_EMPTY_CELL)
                    .sum();
            rows++;
            if (waiting.size() >= properties.chunk() || characters >= CHUNK_CHARACTERS) {
                flush();
            }
        }

        UUID finish(Optional<ImportEncoding> encoding) {
            flush();
            if (rows == 0) {
                throw ImportProblem.EMPTY_FILE.ofFile();
            }
            jobs.setSize(id, rows, chunk, encoding.map(ImportEncoding::code).orElse(null));
            return id;
        }

        private void flush() {
            if (!waiting.isEmpty()) {
                chunks.add(id, chunk, waiting);
                chunk++;
                waiting.clear();
                characters = 0;
            }
        }
    }
}
