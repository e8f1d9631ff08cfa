package io.qudao.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an import.
 *
 * @param name the field it fills
 * @param aliases other headings it is known by; case and surrounding blanks do not matter
 * @param required whether a file without it is refused
 * @param refersTo the column by which its value may name another row of the file, or null
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

    /** The same, where a value may be that of another row in this column; one that is nowhere is {@code unknown}. */
    public ImportColumn referringTo(String column) {
        return new ImportColumn(name, aliases, required, column);
    }
}
