package io.qudao.imports.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A staged row; in JSON {@code [line, [cells], {place: fault}]}.
 *
 * @param faults error values shown by cells, such as {@code #N/A}, by position; null in rows staged by an older version
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"number", "cells", "faults"})
record StagedRow(long number, List<String> cells, @Nullable Map<Integer, String> faults) {
    @JsonCreator
    StagedRow {}

    StagedRow(long number, List<String> cells) {
        this(number, cells, Map.of());
    }
}
