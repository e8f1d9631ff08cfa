package io.qudao.ui.shell;

import io.qudao.partner.Partners;
import io.qudao.tenancy.Caller;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the features contribute to each face. */
@Component
public class Faces {
    private final List<NavigationEntry> entries;
    private final List<TopBarItem> items;
    private final Partners partners;

    Faces(ObjectProvider<NavigationEntries> contributions, ObjectProvider<TopBarItem> items, Partners partners) {
        this.partners = partners;
        this.entries = contributions.stream()
                .flatMap(contribution -> contribution.entries().stream())
                .sorted(Comparator.comparing(NavigationEntry::face).thenComparingInt(NavigationEntry::order))
                .toList();
        this.items = items.stream()
                .sorted(Comparator.comparingInt(TopBarItem::order))
                .toList();
    }

    /** The entries a caller sees, in their order. */
    public List<NavigationEntry> entries(Face face, Caller caller) {
        if (face == Face.WORKSPACE && !isOfBrand(caller)) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> entry.face() == face && entry.isFor(caller))
                .toList();
    }

    /** The workspace is for the brand's own people: partners work in the portal. */
    private boolean isOfBrand(Caller caller) {
        return caller.partner() == null
                || caller.partner().equals(partners.root().id().value());
    }

    List<TopBarItem> items(Face face, Caller caller) {
        return items.stream()
                .filter(item -> item.face() == face && item.isFor(caller))
                .toList();
    }

    /** The faces that have something for a caller; the portal is everybody's. */
    public Set<Face> openTo(Caller caller) {
        var open = EnumSet.of(Face.PORTAL);
        for (Face face : Face.values()) {
            if (!entries(face, caller).isEmpty()) {
                open.add(face);
            }
        }
        return open;
    }
}
