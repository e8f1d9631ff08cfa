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
    private final Rights rights;
    private final Steps steps;
    private final Metadata metadata;
    private final TransactionTemplate transaction;

    ImportTurn(
            JobRows jobs,
            ChunkRows chunks,
            Rights rights,
            Steps steps,
            Metadata metadata,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.rights = rights;
        this.steps = steps;
        this.metadata = metadata;
        this.transaction = transaction;
    }

    /** Returns whether there was a step to take. */
    boolean take(Tenant tenant) {
        var platform = Caller.platform(tenant);
        Optional<OpenJob> next = TenantScope.call(platform, () -> transaction.execute(status -> jobs.oldestOpen()));
        next.ifPresent(job -> rights.callerOf(tenant, job)
                .ifPresentOrElse(caller -> take(job, caller), () -> TenantScope.run(platform, () -> reject(job))));
        return next.isPresent();
    }

    private void take(OpenJob job, Caller caller) {
        TenantScope.call(
                caller,
                () -> metadata.<@Nullable Void, RuntimeException>within(metadata.current(), () -> {
                    steps.take(job);
                    return null;
                }));
    }

    private void reject(OpenJob job) {
        transaction.executeWithoutResult(status -> jobs.lock(job.id()).ifPresent(open -> {
            chunks.addErrors(
                    open.id(), List.of(Violation.of("", "import_no_right").inRow(0)));
            jobs.setState(open.id(), ImportState.REJECTED);
        }));
    }

    /** What the member who started an import is allowed to do now. */
    @Component
    static final class Rights {
        private final Members members;
        private final ImportTargets targets;

        Rights(Members members, ImportTargets targets) {
            this.members = members;
            this.targets = targets;
        }

        /** The member who started a job, as a caller; empty if they are no longer allowed to import into its target. */
        Optional<Caller> callerOf(Tenant tenant, OpenJob job) {
            try {
                var caller = members.callerOf(tenant, job.member(), job.partner());
                TenantScope.call(caller, () -> targets.permitted(job.target(), caller));
                return Optional.of(caller);
            } catch (ProblemException refused) {
                Outages.rethrow(refused);
                return Optional.empty();
            }
        }
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

        void take(OpenJob job) {
            ImportTarget target = targets.find(job.target());
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
