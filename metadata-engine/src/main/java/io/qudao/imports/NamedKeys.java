package io.qudao.imports;

import io.qudao.kernel.ByModules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The natural keys of the rows of one import, so that no row silently replaces an earlier one of the same file. */
public interface NamedKeys {
    /**
     * Registers keys in the running transaction. They are kept until the import ends, unless their row is refused: in
     * mode good-rows the next row with that key takes its place.
     *
     * @param keys in the order of the file
     * @return the rows whose key an earlier row already has, each with that earlier row
     */
    @ByModules
    Map<Long, Long> name(List<RowKey> keys);

    /**
     * The natural key of a row.
     *
     * @param row its line in the file
     * @param parts parts of the key, each in its canonical spelling
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
