package io.qudao.imports.internal;

import java.util.List;

/** Takes a table row by row, the header first. */
interface TableSink {
    void header(List<String> names);

    /** @param number the row's line in the file, counted from 1 with the header */
    void row(long number, List<String> cells);
}
