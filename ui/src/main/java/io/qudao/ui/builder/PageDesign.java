package io.qudao.ui.builder;

import io.qudao.metadata.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sections and fields on the page of a record. Immutable: each change returns a new design. */
record PageDesign(List<Part> sections) {
    static final int MOST_COLUMNS = 2;

    PageDesign {
        sections = List.copyOf(sections);
    }

    /** A section with its fields and number of columns. */
    record Part(Label label, int columns, List<String> fields) {
        Part {
            columns = columns == 0 ? MOST_COLUMNS : columns;
            fields = List.copyOf(fields);
        }

        private Part with(List<String> others) {
            return new Part(label, columns, others);
        }
    }

    boolean shows(String field) {
        return sections.stream().anyMatch(part -> part.fields().contains(field));
    }

    /** Returns the design with a field added to the end of its last section. */
    PageDesign with(String field) {
        return shows(field) || sections.isEmpty() ? this : at(field, sections.size() - 1, Integer.MAX_VALUE);
    }

    PageDesign without(String field) {
        return each(part -> part.with(
                part.fields().stream().filter(other -> !other.equals(field)).toList()));
    }

    /**
     * Returns the design with a field moved one place up, from the top of a section to the end of the previous one.
     */
    PageDesign up(String field) {
        int section = sectionOf(field);
        int place = sections.get(section).fields().indexOf(field);
        if (place > 0) {
            return at(field, section, place - 1);
        }
        return section == 0 ? this : at(field, section - 1, Integer.MAX_VALUE);
    }

    /** Returns the design with a field moved one place down, from the end of a section to the top of the next. */
    PageDesign down(String field) {
        int section = sectionOf(field);
        var fields = sections.get(section).fields();
        int place = fields.indexOf(field);
        if (place < fields.size() - 1) {
            return at(field, section, place + 1);
        }
        return section == sections.size() - 1 ? this : at(field, section + 1, 0);
    }

    PageDesign columns(int section, int columns) {
        var part = sections.get(section);
        return replaced(section, new Part(part.label(), columns, part.fields()));
    }

    PageDesign renamed(int section, Label label) {
        var part = sections.get(section);
        return replaced(section, new Part(label, part.columns(), part.fields()));
    }

    PageDesign withSection(Label label) {
        var more = new ArrayList<>(sections);
        more.add(new Part(label, MOST_COLUMNS, List.of()));
        return new PageDesign(more);
    }

    /**
     * Returns the design without a section, whose fields move to the previous section, or to the next if it was the
     * first. The last section cannot be removed.
     */
    PageDesign withoutSection(int section) {
        if (sections.size() == 1) {
            return this;
        }
        var fewer = new ArrayList<>(sections);
        var gone = fewer.remove(section);
        int heir = Math.max(0, section - 1);
        var fields = new ArrayList<>(fewer.get(heir).fields());
        fields.addAll(gone.fields());
        fewer.set(heir, fewer.get(heir).with(fields));
        return new PageDesign(fewer);
    }

    private PageDesign at(String field, int section, int place) {
        var others = without(field);
        var part = others.sections.get(section);
        var fields = new ArrayList<>(part.fields());
        fields.add(Math.min(place, fields.size()), field);
        return others.replaced(section, part.with(fields));
    }

    private int sectionOf(String field) {
        for (int section = 0; section < sections.size(); section++) {
            if (sections.get(section).fields().contains(field)) {
                return section;
            }
        }
        throw new IllegalArgumentException("Not on the page: " + field);
    }

    private PageDesign replaced(int section, Part part) {
        var parts = new ArrayList<>(sections);
        parts.set(section, part);
        return new PageDesign(parts);
    }

    private PageDesign each(UnaryOperator<Part> change) {
        return new PageDesign(sections.stream().map(change).toList());
    }
}
