package io.qudao.ui.builder;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of the builder, for links from other features. */
@Component
public class BuilderNavigation implements NavigationEntries {
    static final String OBJECTS = "build";
    static final String OBJECT = "build/objects/:object";
    static final String PLAN = "build/plan";
    static final String CONFLICTS = "build/conflicts";
    static final String RELEASES = "build/releases";

    public static String objects() {
        return "/" + OBJECTS;
    }

    /** Returns the URL of an object's fields and page. */
    public static String object(String name) {
        return "/build/objects/" + name;
    }

    static String plan() {
        return "/" + PLAN;
    }

    static String conflicts() {
        return "/" + CONFLICTS;
    }

    static String releases() {
        return "/" + RELEASES;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                entry(0, "objects", VaadinIcon.CUBES, OBJECTS),
                entry(1, "plan", VaadinIcon.CLIPBOARD_CHECK, PLAN),
                entry(2, "conflicts", VaadinIcon.SPLIT, CONFLICTS),
                entry(3, "releases", VaadinIcon.TIME_BACKWARD, RELEASES));
    }

    private static NavigationEntry entry(int order, String text, VaadinIcon icon, String path) {
        return NavigationEntry.of(Face.BUILDER, order, "build.nav." + text, icon, path, "metadata.edit");
    }
}
