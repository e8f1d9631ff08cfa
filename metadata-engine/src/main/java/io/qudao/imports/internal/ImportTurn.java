package io.qudao.imports.internal;

import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportState;
import io.qudao.imports.ImportTarget;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Metadata;
import io.qudao.permission.Members;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one step of a tenant's oldest import, with the rights its member has now and under one release. */
@Component
final class ImportTurn {
    private final JobRows jobs;
    private final ChunkRows chunks;
    private final Steps steps;
    private final Members members;
    private final Metadata metadata;
    private final TransactionTemplate transaction;

    ImportTurn(
            JobRows jobs,
            ChunkRows chunks,
            Steps steps,
            Members members,
            Metadata metadata,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.steps = steps;
        this.members = members;
        this.metadata = metadata;
        this.transaction = transaction;
    }

    /** Returns whether there was a step to take. */
    boolean take(Tenant tenant) {
        var platform = Caller.platform(tenant);
        Optional<OpenJob> next = TenantScope.call(platform, () -> transaction.execute(status -> jobs.oldestOpen()));
        next.ifPresent(job -> take(tenant, job));
        return next.isPresent();
    }

    private void take(Tenant tenant, OpenJob job) {
        try {
            var caller = members.callerOf(tenant, job.member(), job.partner());
            TenantScope.call(
                    caller,
                    () -> metadata.<@Nullable Void, RuntimeException>within(metadata.current(), () -> {
                        steps.take(job, caller);
                        return null;
                    }));
        } catch (ProblemException refused) {
            Outages.rethrow(refused);
            TenantScope.run(Caller.platform(tenant), () -> end(job));
        }
    }

    private void end(OpenJob job) {
        transaction.executeWithoutResult(status -> jobs.lock(job.id()).ifPresent(open -> {
            chunks.addErrors(
                    open.id(), List.of(Violation.of("", "import_no_right").inRow(0)));
            jobs.setState(open.id(), ImportState.CANCELLED);
        }));
    }

    /** The step a job has reached. */
    @Component
    static final class Steps {
        private final ImportTargets targets;
        private final GoodRowsStep goodRows;
        private final WholeFileStep wholeFile;

        Steps(ImportTargets targets, GoodRowsStep goodRows, WholeFileStep wholeFile) {
            this.targets = targets;
            this.goodRows = goodRows;
            this.wholeFile = wholeFile;
        }

        void take(OpenJob job, Caller caller) {
            ImportTarget target = targets.permitted(job.target(), caller);
            if (job.mode() == ImportMode.GOOD_ROWS) {
                goodRows.take(job.id(), target);
            } else if (job.state() == ImportState.APPLYING) {
                wholeFile.apply(job.id(), target);
            } else {
                wholeFile.check(job.id(), target);
            }
        }
    }
}
