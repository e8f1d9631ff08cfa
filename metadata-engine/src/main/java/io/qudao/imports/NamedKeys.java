package io.qudao.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the rows of one import are known by, so that none of them silently replaces an earlier one of the same file. */
public interface NamedKeys {
    /**
     * Names keys in the running transaction; they are kept until the import ends, also where their row is then refused.
     *
     * @param keys in the order of the file
     * @return the rows whose key an earlier row named, each with that earlier row
     */
    Map<Long, Long> name(List<RowKey> keys);

    /**
     * What a row is known by.
     *
     * @param row its line in the file
     * @param parts each in its one spelling
     */
    record RowKey(long row, List<String> parts) {
        public RowKey {
            parts = List.copyOf(parts);
        }

        public static RowKey of(long row, Object... parts) {
            return new RowKey(row, Arrays.stream(parts).map(String::valueOf).toList());
        }
    }
}
