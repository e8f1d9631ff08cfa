package io.qudao.imports.internal;

import io.qudao.imports.ImportEncoding;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportTarget;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns a file into a job and its chunks in one transaction, so that an aborted upload leaves nothing. */
@Component
final class Staging {
    private static final int CHUNK_CHARACTERS = 1 << 20;
    private static final int CHARACTERS_OF_AN_EMPTY_CELL = 4;

    private final JobRows jobs;
    private final ChunkRows chunks;
    private final ImportsProperties properties;

    Staging(JobRows jobs, ChunkRows chunks, ImportsProperties properties) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.properties = properties;
    }

    UUID stage(ImportRequest request, ImportTarget target, Spool file) {
        var key = request.idempotencyKey();
        if (key.isPresent()) {
            var before = jobs.byKey(key.get());
            if (before.isPresent()) {
                return before.filter(known -> known.isOf(request, file.digest()))
                        .orElseThrow(() -> new ProblemException(
                                ImportProblem.KEY_REUSED, List.of(Violation.of("Idempotency-Key", "key_reused"))))
                        .id();
            }
        }
        var sink = new Sink(request, target, file.digest());
        var encoding = TableReader.read(file, request.encoding(), properties.maxSize(), sink);
        return sink.finish(encoding);
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
