package io.qudao.ui.builder;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of the builder. */
@Component
class BuilderEntries implements NavigationEntries {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                entry(0, "objects", VaadinIcon.CUBES, BuilderNavigation.OBJECTS),
                entry(1, "plan", VaadinIcon.CLIPBOARD_CHECK, BuilderNavigation.PLAN),
                entry(2, "releases", VaadinIcon.TIME_BACKWARD, BuilderNavigation.RELEASES));
    }

    private static NavigationEntry entry(int order, String text, VaadinIcon icon, String path) {
        return new NavigationEntry(Face.BUILDER, order, "build.nav." + text, icon, path, Set.of("metadata.edit"));
    }
}
