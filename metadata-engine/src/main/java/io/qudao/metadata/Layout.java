package io.qudao.metadata;

import java.util.List;

/** The page of a record, made of sections of fields. */
public record Layout(String object, String name, List<Section> sections) {
    public Layout {
        sections = List.copyOf(sections);
    }

    /** @param columns 1 to 4 */
    public record Section(Label label, int columns, List<String> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }
}
