package io.qudao.imports.internal;

import io.qudao.imports.internal.XlsxCells.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of a row while it is read, by column counted from 0. */
final class SheetRow {
    private static final int MOST_COLUMNS = 1_000;

    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, String> faults = new HashMap<>();

    /** Ignores blank cells, and columns that no table has. */
    void put(int column, Shown shown) {
        if (column >= MOST_COLUMNS || shown.isBlank()) {
            return;
        }
        while (texts.size() <= column) {
            texts.add("");
        }
        texts.set(column, shown.text());
        if (!shown.fault().isEmpty()) {
            faults.put(column, shown.fault());
        }
    }

    Shown at(int column) {
        return new Shown(column < texts.size() ? texts.get(column) : "", faults.getOrDefault(column, ""));
    }

    boolean isBlank() {
        return texts.isEmpty();
    }

    int width() {
        return texts.size();
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    /** Returns the row as wide as the table, because sheets leave out empty cells at the end. */
    StagedRow staged(int number, int width) {
        while (texts.size() < width) {
            texts.add("");
        }
        return new StagedRow(number, texts(), Map.copyOf(faults));
    }
}
