package io.qudao.imports;

import java.util.List;

/**
 * A column of an import.
 *
 * @param name the field it fills
 * @param aliases other headings it is known by; case and surrounding blanks do not matter
 * @param required whether a file without it is refused
 */
public record ImportColumn(String name, List<String> aliases, boolean required) {
    public ImportColumn {
        aliases = List.copyOf(aliases);
    }

    public static ImportColumn required(String name, String... aliases) {
        return new ImportColumn(name, List.of(aliases), true);
    }

    public static ImportColumn optional(String name, String... aliases) {
        return new ImportColumn(name, List.of(aliases), false);
    }
}
