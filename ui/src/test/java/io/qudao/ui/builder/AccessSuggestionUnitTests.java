package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.PermissionSet.ObjectRights;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.metadata.Releases.Listing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessSuggestionUnitTests {
    private static final PermissionSet ADMIN = set("admin", Set.of("*"), Map.of());
    private static final PermissionSet DESK =
            set("desk", Set.of("order.create", "order.read", "partner.read"), Map.of());
    private static final PermissionSet DEALER = set("dealer", Set.of("order.receive"), Map.of());

    private final DraftObjects draft = new DraftObjects(List.of(
            listing("order", true),
            listing("partner", true),
            listing("price_list", true),
            listing("visit", false),
            listing("lead", false)));

    @Test
    void asksForNobodyWhoMayDoEverything() {
        assertThat(AccessSuggestion.holders(List.of(ADMIN, DEALER, DESK))).containsExactly(DEALER, DESK);
    }

    @Test
    void suggestsWhatFitsASet() {
        assertThat(usual(DESK, "order")).isEqualTo(Level.EDIT);
        assertThat(usual(DESK, "partner")).isEqualTo(Level.READ);
        assertThat(usual(DESK, "price_list")).isEqualTo(Level.NONE);
        assertThat(usual(DESK, "lead")).isEqualTo(Level.EDIT);
        assertThat(usual(DEALER, "lead")).isEqualTo(Level.PARTNER);
        assertThat(usual(DEALER, "order")).isEqualTo(Level.NONE);
    }

    @Test
    void suggestsWhatASetHasAlready() {
        assertThat(usual(having(true, false, Rows.ALL), "visit")).isEqualTo(Level.READ);
        assertThat(usual(having(true, true, Rows.ALL), "order")).isEqualTo(Level.EDIT);
        assertThat(usual(having(true, true, Rows.PARTNER), "order")).isEqualTo(Level.PARTNER);
        assertThat(usual(having(true, true, Rows.SUBTREE), "order")).isEqualTo(Level.CUSTOM);
        assertThat(usual(having(true, false, Rows.OWN), "order")).isEqualTo(Level.CUSTOM);
        assertThat(usual(having(false, false, Rows.OWN), "order"))
                .as("what was taken away is not suggested again")
                .isEqualTo(Level.NONE);
    }

    private Level usual(PermissionSet set, String object) {
        return AccessSuggestion.usual(set, draft.object(object).orElseThrow());
    }

    /** The desk with the same rights on an own and on a standard object. */
    private static PermissionSet having(boolean reads, boolean writes, Rows rows) {
        var rights = new ObjectRights(writes, reads, writes, false, Set.of("cost"), Set.of(), rows);
        return set("desk", DESK.permissions(), Map.of("visit", rights, "order", rights));
    }

    private static PermissionSet set(String name, Set<String> permissions, Map<String, ObjectRights> objects) {
        return new PermissionSet(name, Label.of(name, name), permissions, objects);
    }

    private static Listing listing(String name, boolean standard) {
        var document = "{\"label\":{\"en\":\"" + name + "\"}}";
        return new Listing(
                new ComponentKey(ComponentKind.OBJECT, name),
                standard ? document : null,
                standard ? null : document,
                document,
                List.of(),
                false,
                "1");
    }
}
