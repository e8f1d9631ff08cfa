package io.qudao.ui.shell;

import java.util.List;

/** What a feature adds to the navigation: a bean of each feature that has pages. */
@FunctionalInterface
public interface NavigationEntries {
    List<NavigationEntry> entries();
}
