package io.qudao.ui.shop;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import io.qudao.catalog.Category;
import io.qudao.catalog.CategoryId;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The categories: a tree at the side of a wide page, chips on a phone. */
final class CategoryTree {
    private final List<Category> categories;
    private final @Nullable CategoryId chosen;

    CategoryTree(List<Category> categories, @Nullable CategoryId chosen) {
        this.categories = List.copyOf(categories);
        this.chosen = chosen;
    }

    Component tree() {
        var list = new UnorderedList(item(null, Texts.of("catalogue.all")));
        below(null).forEach(top -> list.add(branch(top)));
        var nav = Named.as("category-tree", new Nav(list));
        nav.addClassName("category-tree");
        nav.setAriaLabel(Texts.of("catalogue.categories"));
        return nav;
    }

    /** Returns a chip for all, then the children of the chosen category, or its siblings if it has none. */
    Component chips() {
        var chips = new Box("q-chips category-chips");
        chips.add(chip(null, Texts.of("catalogue.all")));
        var children = below(chosen);
        var shown = children.isEmpty() ? below(parentOf(chosen)) : children;
        if (chosen != null && !children.isEmpty()) {
            categories.stream().filter(this::isChosen).forEach(own -> chips.add(chip(own.id(), name(own))));
        }
        shown.forEach(category -> chips.add(chip(category.id(), name(category))));
        return Named.as("category-chips", chips);
    }

    private ListItem branch(Category category) {
        var item = item(category.id(), name(category));
        var children = below(category.id());
        if (!children.isEmpty() && isOpen(category)) {
            var list = new UnorderedList();
            children.forEach(child -> list.add(branch(child)));
            item.add(list);
        }
        return item;
    }

    private static String name(Category category) {
        return Visible.title(category.name(), "category.name");
    }

    private ListItem item(@Nullable CategoryId id, String name) {
        return new ListItem(link(id, name, ""));
    }

    private Anchor chip(@Nullable CategoryId id, String name) {
        return link(id, name, "q-chip");
    }

    private Anchor link(@Nullable CategoryId id, String name, String style) {
        var link = new Anchor("/" + ShopNavigation.CATALOGUE + (id == null ? "" : "?category=" + id), name);
        if (!style.isEmpty()) {
            link.addClassName(style);
        }
        if (Objects.equals(id, chosen)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private List<Category> below(@Nullable CategoryId parent) {
        return categories.stream()
                .filter(category -> Objects.equals(category.parent(), parent))
                .toList();
    }

    private @Nullable CategoryId parentOf(@Nullable CategoryId id) {
        return categories.stream()
                .filter(category -> category.id().equals(id))
                .findFirst()
                .map(Category::parent)
                .orElse(null);
    }

    private boolean isChosen(Category category) {
        return category.id().equals(chosen);
    }

    /** Expands the chosen category and its ancestors. */
    private boolean isOpen(Category category) {
        return Stream.iterate(chosen, Objects::nonNull, this::parentOf)
                .limit(categories.size())
                .anyMatch(category.id()::equals);
    }
}
