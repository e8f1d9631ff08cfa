package io.qudao.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.qudao.partner.Partners;
import io.qudao.tenancy.Caller;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the features contribute to each user interface. */
@Component
public class Faces {
    private static final Comparator<Contribution> ORDER = Comparator.comparing(
                    (Contribution each) -> each.entry().face())
            .thenComparingInt(each -> each.entry().order());

    private final List<Contribution> contributions;
    private final List<TopBarItem> items;
    private final Partners partners;

    Faces(ObjectProvider<NavigationEntries> features, ObjectProvider<TopBarItem> items, Partners partners) {
        this.partners = partners;
        this.contributions = features.stream()
                .flatMap(feature -> feature.entries().stream().map(entry -> new Contribution(feature, entry)))
                .sorted(ORDER)
                .toList();
        this.items = items.stream()
                .sorted(Comparator.comparingInt(TopBarItem::order))
                .toList();
    }

    /** Returns the entries a caller can see, in order. */
    public List<NavigationEntry> entries(Face face, Caller caller) {
        if (face != Face.PORTAL && !isOfBrand(caller)) {
            return List.of();
        }
        return contributions.stream()
                .filter(each -> each.entry().face() == face && each.feature().shows(each.entry(), caller))
                .map(Contribution::entry)
                .toList();
    }

    /**
     * Workspace and builder are for the brand's own staff; partners work in the portal, and so does anybody who acts
     * for one.
     */
    private boolean isOfBrand(Caller caller) {
        return caller.partner() == null
                || caller.partner().equals(partners.root().id().value());
    }

    /** Returns the badge of an entry, such as a count. */
    Optional<com.vaadin.flow.component.Component> badge(NavigationEntry entry) {
        return contributions.stream()
                .filter(each -> each.entry().equals(entry))
                .findFirst()
                .flatMap(each -> each.feature().badge(entry));
    }

    List<TopBarItem> items(Face face, Caller caller) {
        return items.stream()
                .filter(item -> item.face() == face && item.isFor(caller))
                .toList();
    }

    /** Returns the user interfaces open to a caller; the portal is open to everybody. */
    public Set<Face> openTo(Caller caller) {
        var open = EnumSet.allOf(Face.class);
        open.removeIf(face -> !isOpen(face, caller));
        return open;
    }

    /** Returns whether a user interface is open to a caller. */
    public boolean isOpen(Face face, Caller caller) {
        return face == Face.PORTAL || !entries(face, caller).isEmpty();
    }

    /** Leads to the same page in another user interface, if there is one and that is open; returns whether it does. */
    boolean lead(BeforeEnterEvent event, Face face, Caller caller) {
        if (!PageOfBothFaces.class.isAssignableFrom(event.getNavigationTarget()) || !isOpen(face, caller)) {
            return false;
        }
        var location = event.getLocation();
        event.forwardTo(face.address(location.getPath()), location.getQueryParameters());
        return true;
    }

    private record Contribution(NavigationEntries feature, NavigationEntry entry) {}
}
