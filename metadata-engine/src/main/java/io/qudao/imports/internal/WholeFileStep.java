package io.qudao.imports.internal;

import io.qudao.imports.ImportState;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.internal.JobRows.Progress;
import io.qudao.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes an import in mode all-or-nothing (P9). Its chunks are checked one by one, then the good rows are stored in
 * one transaction that is rolled back if any row is bad, so that one report contains the findings of both. A crash
 * undoes the transaction and the next node starts it again.
 */
@Component
final class WholeFileStep {
    private static final int MOST_VIOLATIONS = 10_000;

    private final JobRows jobs;
    private final ChunkRows chunks;
    private final KeyRows keys;
    private final RowChecks checks;
    private final BatchPace pace;
    private final TransactionTemplate transaction;

    WholeFileStep(
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

    /** Checks the next chunk. */
    void check(UUID id, ImportTarget target) {
        transaction.executeWithoutResult(status -> jobs.lock(id).ifPresent(job -> check(job, target)));
    }

    private void check(OpenJob job, ImportTarget target) {
        if (jobs.isCancelWished(job.id())) {
            jobs.setState(job.id(), ImportState.CANCELLED);
            return;
        }
        var rows = chunks.read(job.id(), job.nextChunk());
        long bad = chunks.addErrors(
                job.id(), checks.check(target, job.columns(), rows).violations());
        jobs.advance(job.id(), new Progress(job.nextChunk() + 1, 0, rows.size(), bad, 0));
        if (job.isLastChunk()) {
            jobs.setState(job.id(), ImportState.APPLYING);
        }
    }

    /**
     * Stores all rows. If a chunk fails as a whole, the next attempt stores it row by row to find the bad row. A failure that
     * no row causes would happen again each time, so it ends the import.
     */
    void apply(UUID id, ImportTarget target) {
        var singly = new HashSet<Integer>();
        while (true) {
            try {
                transaction.executeWithoutResult(
                        status -> jobs.lock(id).ifPresent(job -> apply(job, target, Set.copyOf(singly))));
                return;
            } catch (TakenBackException ended) {
                end(id, ended);
                return;
            } catch (ChunkFailedException failed) {
                singly.add(failed.chunk());
            } catch (RuntimeException failed) {
                Outages.rethrow(failed);
                end(id, new TakenBackException(ImportState.REJECTED, checks.refusal(failed, 0)));
                return;
            }
        }
    }

    private void apply(OpenJob job, ImportTarget target, Set<Integer> singly) {
        pace.begin();
        var faults = new FileFaults(target.columns());
        long stored = 0;
        for (int chunk = 0; chunk < job.chunks() && job.bad() + faults.size() < MOST_VIOLATIONS; chunk++) {
            if (jobs.isCancelWished(job.id())) {
                throw new TakenBackException(ImportState.CANCELLED, List.of());
            }
            stored += apply(job, target, chunk, singly.contains(chunk), faults);
            pace.next();
            pace.tell(job.id(), stored);
        }
        if (job.bad() + faults.size() > 0) {
            throw new TakenBackException(ImportState.REJECTED, faults.violations());
        }
        jobs.advance(job.id(), new Progress(0, 0, 0, 0, job.rows()));
        jobs.setState(job.id(), ImportState.DONE);
        pace.end(job.rows());
    }

    /** Stores the good rows of a chunk and returns how many there were. */
    private int apply(OpenJob job, ImportTarget target, int chunk, boolean singly, FileFaults faults) {
        var checked = checks.check(target, job.columns(), chunks.read(job.id(), chunk));
        faults.leaveOut(checked.bad());
        var good = checked.good();
        var found = new ArrayList<Violation>();
        int size = singly ? 1 : good.size();
        for (int from = 0; from < good.size(); from += size) {
            var share = good.subList(from, from + size);
            long row = share.getFirst().number();
            try {
                found.addAll(RowChecks.inRow(target.apply(share, keys.of(job.id())), row));
            } catch (RuntimeException failed) {
                Outages.rethrow(failed);
                var ofRows = RowChecks.ofRows(failed);
                if (!ofRows.isEmpty()) {
                    found.addAll(ofRows);
                    continue;
                }
                if (!singly) {
                    throw new ChunkFailedException(chunk, failed);
                }
                found.addAll(checks.refusal(failed, row));
                faults.leaveOut(good);
                faults.add(good, found);
                throw new TakenBackException(ImportState.REJECTED, faults.violations());
            }
        }
        faults.add(good, found);
        return good.size();
    }

    /** Ends an import that stored nothing. */
    private void end(UUID id, TakenBackException ended) {
        transaction.executeWithoutResult(status -> jobs.lock(id).ifPresent(job -> {
            long bad = chunks.addErrors(id, ended.violations);
            jobs.advance(id, new Progress(0, 0, 0, bad, 0));
            jobs.setState(id, ended.state);
        }));
    }

    private static final class TakenBackException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final ImportState state;
        private final transient List<Violation> violations;

        TakenBackException(ImportState state, List<Violation> violations) {
            this.state = state;
            this.violations = List.copyOf(violations);
        }
    }

    private static final class ChunkFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int chunk;

        ChunkFailedException(int chunk, RuntimeException cause) {
            super(cause);
            this.chunk = chunk;
        }

        int chunk() {
            return chunk;
        }
    }
}
