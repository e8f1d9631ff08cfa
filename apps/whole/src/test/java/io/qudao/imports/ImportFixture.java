package io.qudao.imports;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.partner.ChannelFixture;
import io.qudao.tenancy.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds rows to a target as the runner does: checked one by one, the good ones applied together in one transaction. */
public final class ImportFixture {
    private final ImportTarget target;
    private final TransactionTemplate transaction;
    private int chunk = Integer.MAX_VALUE;

    public ImportFixture(ApplicationContext context, String name) {
        target = context.getBeansOfType(ImportTarget.class).values().stream()
                .filter(bean -> bean.name().equals(name))
                .findFirst()
                .orElseThrow();
        transaction = context.getBean(TransactionTemplate.class);
    }

    /** Applies so many rows in a transaction. */
    public ImportFixture inChunksOf(int rows) {
        chunk = rows;
        return this;
    }

    /**
     * Imports lines of comma-separated values, the first of which names the columns.
     *
     * @return what is wrong, as {@code row:column:code}
     */
    public List<String> run(ChannelFixture channel, Caller caller, String... lines) {
        String[] columns = lines[0].split(",", -1);
        var bad = new ArrayList<Violation>();
        var good = new ArrayList<ImportRow>();
        for (int number = 2; number <= lines.length; number++) {
            var row = row(number, columns, lines[number - 1].split(",", -1));
            var wrong = channel.as(caller, () -> target.validate(row));
            bad.addAll(wrong);
            if (wrong.isEmpty()) {
                good.add(row);
            }
        }
        var keys = new RememberedKeys();
        for (int from = 0; from < good.size(); from += Math.min(chunk, good.size())) {
            var rows = good.subList(from, (int) Math.min((long) from + chunk, good.size()));
            apply(channel, caller, rows, keys, bad);
        }
        return bad.stream()
                .map(wrong -> wrong.row() + ":" + wrong.field() + ":" + wrong.code())
                .toList();
    }

    /** Rows that are refused after they were stored are left out, and the others come again. */
    private void apply(
            ChannelFixture channel, Caller caller, List<ImportRow> rows, NamedKeys keys, List<Violation> bad) {
        var left = new ArrayList<>(rows);
        while (true) {
            try {
                channel.as(caller, () -> transaction.execute(status -> bad.addAll(target.apply(left, keys))));
                return;
            } catch (ProblemException refused) {
                var wrong = refused.violations();
                if (wrong.isEmpty() || wrong.stream().anyMatch(one -> one.row() == null)) {
                    throw refused;
                }
                bad.addAll(wrong);
                left.removeIf(row -> wrong.stream().anyMatch(one -> one.row() == row.number()));
            }
        }
    }

    private static ImportRow row(int number, String[] columns, String[] cells) {
        var values = new HashMap<String, String>();
        for (int at = 0; at < cells.length; at++) {
            if (!cells[at].isEmpty()) {
                values.put(columns[at], cells[at]);
            }
        }
        return new ImportRow(number, values);
    }

    private static final class RememberedKeys implements NamedKeys {
        private final Map<List<String>, Long> first = new HashMap<>();

        @Override
        public Map<Long, Long> name(List<RowKey> keys) {
            var repeated = new HashMap<Long, Long>();
            for (RowKey key : keys) {
                var earlier = first.putIfAbsent(key.parts(), key.row());
                if (earlier != null) {
                    repeated.put(key.row(), earlier);
                }
            }
            return repeated;
        }
    }
}
