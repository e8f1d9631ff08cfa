package io.qudao.imports.internal;

import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportState;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.internal.JobRows.Progress;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes the next chunk of an import in mode good-rows. Rows and progress commit together, so a crash neither loses
 * nor duplicates a row. A chunk that fails as a whole is stored row by row, each row in its own transaction.
 */
@Component
final class GoodRowsStep {
    private final JobRows jobs;
    private final ChunkRows chunks;
    private final KeyRows keys;
    private final RowChecks checks;
    private final BatchPace pace;
    private final TransactionTemplate transaction;

    GoodRowsStep(
            JobRows jobs,
            ChunkRows chunks,
            KeyRows keys,
            RowChecks checks,
            BatchPace pace,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.keys = keys;
        this.checks = checks;
        this.pace = pace;
        this.transaction = transaction;
    }

    void take(UUID id, ImportTarget target) {
        var refused = new ArrayList<Violation>();
        while (true) {
            try {
                transaction.executeWithoutResult(
                        status -> jobs.lock(id).ifPresent(job -> process(job, target, Integer.MAX_VALUE, refused)));
                return;
            } catch (RuntimeException failed) {
                Outages.rethrow(failed);
                var ofRows = RowChecks.ofRows(failed);
                if (ofRows.isEmpty()) {
                    rowByRow(id, target);
                    return;
                }
                refused.addAll(ofRows);
            }
        }
    }

    private void rowByRow(UUID id, ImportTarget target) {
        boolean more = true;
        while (more) {
            try {
                more = Boolean.TRUE.equals(transaction.execute(status -> one(id, target)));
            } catch (RuntimeException failed) {
                Outages.rethrow(failed);
                more = Boolean.TRUE.equals(transaction.execute(status -> refuse(id, failed)));
            }
        }
    }

    /** Returns whether the chunk has more rows. */
    private boolean one(UUID id, ImportTarget target) {
        return jobs.lock(id).filter(job -> process(job, target, 1, List.of())).isPresent();
    }

    private boolean refuse(UUID id, RuntimeException failed) {
        return jobs.lock(id)
                .filter(job -> {
                    var rows = chunks.read(id, job.nextChunk());
                    var row = rows.get(job.nextRow());
                    return record(job, rows.size(), 1, checks.refusal(failed, row.number()));
                })
                .isPresent();
    }

    /**
     * Returns whether the chunk has more rows after these.
     *
     * @param refused violations of rows that were stored and rolled back before; these rows are left out
     */
    private boolean process(OpenJob job, ImportTarget target, int most, List<Violation> refused) {
        if (jobs.isCancelWished(job.id())) {
            jobs.setState(job.id(), ImportState.CANCELLED);
            return false;
        }
        pace.begin();
        var rows = chunks.read(job.id(), job.nextChunk());
        int end = (int) Math.min((long) job.nextRow() + most, rows.size());
        var share = rows.subList(job.nextRow(), end);
        var checked = checks.check(target, job.columns(), share);
        var violations = new ArrayList<Violation>(checked.violations());
        violations.addAll(refused);
        violations.addAll(apply(job, target, RowChecks.without(checked.good(), refused)));
        return record(job, rows.size(), share.size(), violations);
    }

    /** Stores rows. A row that only repeats a refused one takes its place. */
    private List<Violation> apply(OpenJob job, ImportTarget target, List<ImportRow> good) {
        var claims = keys.of(job.id());
        var found = new ArrayList<Violation>();
        var left = good;
        while (!left.isEmpty()) {
            var wrong =
                    RowChecks.inRow(target.apply(left, claims), left.getFirst().number());
            claims.release(RepeatedKeys.refused(wrong));
            var replacing = RepeatedKeys.ofRefused(wrong);
            wrong.stream()
                    .filter(violation -> !replacing.contains(violation.row()))
                    .forEach(found::add);
            left = left.stream().filter(row -> replacing.contains(row.number())).toList();
        }
        return found;
    }

    private boolean record(OpenJob job, int rows, int done, List<Violation> violations) {
        long bad = chunks.addErrors(job.id(), violations);
        boolean more = job.nextRow() + done < rows;
        jobs.advance(
                job.id(),
                new Progress(
                        more ? job.nextChunk() : job.nextChunk() + 1,
                        more ? job.nextRow() + done : 0,
                        done,
                        bad,
                        done - bad));
        if (!more && job.isLastChunk()) {
            jobs.setState(job.id(), ImportState.DONE);
            pace.end(job.rows());
        }
        return more;
    }
}
