package io.qudao.ui.builder;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** What the dialog that publishes asks about. */
final class AccessQuestions {
    private AccessQuestions() {}

    /** Returns the objects that a plan adds or adds fields to. */
    static List<DraftObjects.DraftObject> touched(Plan plan, DraftObjects draft) {
        return plan.changes().stream()
                .filter(change -> change.action() == Plan.Action.ADDED)
                .map(Plan.Change::key)
                .filter(key -> key.kind() == ComponentKind.OBJECT || key.kind() == ComponentKind.FIELD)
                .map(ComponentKey::object)
                .distinct()
                .flatMap(name -> draft.object(name).stream())
                .toList();
    }

    /** Returns the fields that a plan adds to an object that there is already. */
    static List<DraftObjects.Piece> fresh(Plan plan, DraftObjects draft, DraftObjects.DraftObject object) {
        var added = plan.changes().stream()
                .filter(change -> change.action() == Plan.Action.ADDED)
                .map(Plan.Change::key)
                .collect(Collectors.toSet());
        return added.contains(object.listing().key())
                ? List.of()
                : draft.fields(object).stream()
                        .filter(piece -> piece.listing() != null
                                && added.contains(piece.listing().key()))
                        .toList();
    }

    /** Returns the permission sets that do not grant everything anyway. */
    static List<PermissionSet> holders(List<PermissionSet> sets) {
        return sets.stream().filter(set -> !set.permissions().contains("*")).toList();
    }

    /** Whether it is for those who receive goods: the partners, who see their own records, the brand's staff all. */
    static boolean isOfPartners(PermissionSet set) {
        return set.permissions().contains("order.receive");
    }
}
