package io.qudao.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.Storage;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.tenancy.Caller;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import io.qudao.ui.shell.PortalLink;
import io.qudao.ui.shell.PortalLinks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** URLs of records, for links from other features. */
@org.springframework.stereotype.Component
public class RecordNavigation implements NavigationEntries, PortalLinks {
    static final String OBJECTS = "objects";
    static final String WORK = "work/objects";

    private final RecordTypes types;

    RecordNavigation(RecordTypes types) {
        this.types = types;
    }

    /** Returns the URL of an object's list of records in the workspace; it leads partners to theirs. */
    public static String records(String object) {
        return "/" + WORK + "/" + object;
    }

    /** Returns the URL of a record in the workspace; it leads partners to theirs. */
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

    /** A way to the page of a new record, for those who may make one. */
    public Optional<Component> create(String object) {
        return types.visible(object).filter(VisibleType::create).map(visible -> {
            var label = visible.type().label().in(Texts.locale());
            var button = new Button(
                    Texts.of("records.new.title", label),
                    VaadinIcon.PLUS.create(),
                    click -> Pages.open(WORK + "/" + object + "/new"));
            button.addThemeVariants(ButtonVariant.PRIMARY);
            return Named.as("new-" + object, button);
        });
    }

    /** A way to the list of an object's records, for those who may see them. */
    public Optional<Component> list(String object) {
        return types.visible(object)
                .map(visible -> Named.as(
                        "list-" + object,
                        new Anchor(records(object), visible.type().plural().in(Texts.locale()))));
    }

    static boolean isStandard(ObjectType type) {
        return type.storage() instanceof Storage.Table;
    }

    /** Whoever may see records finds them, also those who do not shape them. */
    @Override
    public boolean shows(NavigationEntry entry, Caller caller) {
        return entry.isFor(caller) || !types.visible().isEmpty();
    }

    /** Returns the lists of the tenant's own objects; for the standard ones the portal has pages of their own. */
    @Override
    public List<PortalLink> portalLinks() {
        return types.visible().stream()
                .map(VisibleType::type)
                .filter(type -> !isStandard(type))
                .map(type -> new PortalLink(
                        VaadinIcon.RECORDS, type.plural().in(Texts.locale()), OBJECTS + "/" + type.name()))
                .toList();
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of(Face.WORKSPACE, 60, "work.nav.objects", VaadinIcon.CUBES, WORK, "metadata.read"));
    }
}
