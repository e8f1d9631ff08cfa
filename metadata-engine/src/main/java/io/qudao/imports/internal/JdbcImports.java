package io.qudao.imports.internal;

import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.Imports;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Keyset;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports whose rows are staged in PostgreSQL. */
@Component
final class JdbcImports implements Imports {
    private static final int MOST_ERRORS = 10_000;

    private final ImportTargets targets;
    private final Staging staging;
    private final Job job;
    private final ImportLine line;
    private final ImportsProperties properties;
    private final TransactionTemplate transaction;

    JdbcImports(
            ImportTargets targets,
            Staging staging,
            Job job,
            ImportLine line,
            ImportsProperties properties,
            TransactionTemplate transaction) {
        this.targets = targets;
        this.staging = staging;
        this.job = job;
        this.line = line;
        this.properties = properties;
        this.transaction = transaction;
    }

    @Override
    public ImportJob start(ImportRequest request, InputStream file) {
        var target = targets.permitted(request.target(), TenantScope.caller());
        try (var spooled = Spool.of(file, properties.maxSize())) {
            UUID id = transaction.execute(status -> staging.stage(request, target, spooled));
            line.ring();
            return get(id);
        }
    }

    @Override
    public ImportJob await(UUID id, Duration longest) {
        line.await(() -> get(id).state().isFinal(), longest);
        return get(id);
    }

    @Override
    public ImportJob get(UUID id) {
        return transaction.execute(status -> job.visible(id));
    }

    @Override
    public List<ImportJob> list(int limit) {
        return transaction.execute(status -> job.rows.latest(onlyOf(), Keyset.limit(limit)));
    }

    @Override
    public List<Violation> errors(UUID id, long afterRow, int limit) {
        int most = Math.clamp(limit, 1, MOST_ERRORS);
        return transaction.execute(status -> {
            job.visible(id);
            return ChunkRows.wholeRows(job.chunks.errors(id, afterRow, most), most);
        });
    }

    @Override
    public ImportJob cancel(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (job.visible(id).state().isFinal()) {
                throw new ProblemException(ImportProblem.ENDED);
            }
            job.rows.wishCancelled(id);
        });
        line.ring();
        return get(id);
    }

    /** Returns the member whose imports the caller sees, or null for everyone's. */
    private static @Nullable UUID onlyOf() {
        Caller caller = TenantScope.caller();
        return caller.may("import.read_all") ? null : caller.member();
    }

    /** Reads the rows of jobs as callers see them. */
    @Component
    static final class Job {
        private final JobRows rows;
        private final ChunkRows chunks;

        Job(JobRows rows, ChunkRows chunks) {
            this.rows = rows;
            this.chunks = chunks;
        }

        ImportJob visible(UUID id) {
            return rows.find(id, onlyOf()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        }
    }
}
