package io.qudao.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an import.
 *
 * @param name the field it fills
 * @param aliases other accepted headings; case and surrounding blanks do not matter
 * @param required whether a file without it is refused
 * @param refersTo the column in which another row of the file may hold this value, or null
 */
public record ImportColumn(
        String name,
        List<String> aliases,
        boolean required,
        @Nullable String refersTo) {
    public ImportColumn {
        aliases = List.copyOf(aliases);
    }

    public static ImportColumn required(String name, String... aliases) {
        return new ImportColumn(name, List.of(aliases), true, null);
    }

    public static ImportColumn optional(String name, String... aliases) {
        return new ImportColumn(name, List.of(aliases), false, null);
    }

    /**
     * Returns the same column, whose value may be that of another row in the given column; a value found nowhere is
     * {@code unknown}.
     */
    public ImportColumn referringTo(String column) {
        return new ImportColumn(name, aliases, required, column);
    }
}
