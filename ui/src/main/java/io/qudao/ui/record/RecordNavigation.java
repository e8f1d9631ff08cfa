package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.record.RecordTypes;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** URLs of records, for links from other features. */
@org.springframework.stereotype.Component
public class RecordNavigation implements NavigationEntries {
    static final String OBJECTS = "work/objects";

    private final RecordTypes types;

    RecordNavigation(RecordTypes types) {
        this.types = types;
    }

    /** Returns the URL of an object's list of records. */
    public static String records(String object) {
        return "/" + OBJECTS + "/" + object;
    }

    public static String record(String object, UUID id) {
        return records(object) + "/" + id;
    }

    /**
     * Returns a function that creates links to records of an object if the caller may see it, and plain texts
     * otherwise.
     */
    public BiFunction<UUID, String, Component> links(String object) {
        return types.visible(object).isPresent()
                ? (id, words) -> new Anchor(record(object, id), words)
                : (id, words) -> new Span(words);
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.WORKSPACE, 60, "work.nav.objects", VaadinIcon.CUBES, OBJECTS, "metadata.read"));
    }
}
