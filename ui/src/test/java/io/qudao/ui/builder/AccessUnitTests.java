package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases.Listing;
import io.qudao.ui.builder.Access.Grant;
import io.qudao.ui.builder.Access.Holder;
import io.qudao.ui.builder.Access.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessUnitTests {
    private static final String ADMIN = "{\"label\":{\"en\":\"Admin\"},\"permissions\":[\"*\"]}";
    private static final String DESK =
            "{\"label\":{\"en\":\"Desk\"},\"permissions\":[\"order.create\",\"order.read\",\"partner.read\"]}";
    private static final String DEALER =
            "{\"label\":{\"en\":\"Dealer\"},\"permissions\":[\"order.receive\"],\"objects\":{\"visit\":{\"read\":true,"
                    + "\"partners\":[\"0195a000-0000-7000-8000-000000000001\"]}}}";
    private static final UUID PARTNER = UUID.fromString("0195a000-0000-7000-8000-000000000001");

    private final DraftObjects draft = new DraftObjects(List.of(
            listing(ComponentKind.OBJECT, "order", "{\"label\":{\"en\":\"Order\"}}", true),
            listing(ComponentKind.OBJECT, "partner", "{\"label\":{\"en\":\"Partner\"}}", true),
            listing(ComponentKind.OBJECT, "price_list", "{\"label\":{\"en\":\"Prices\"}}", true),
            listing(ComponentKind.OBJECT, "visit", "{\"label\":{\"en\":\"Visit\"}}", false),
            listing(ComponentKind.OBJECT, "lead", "{\"label\":{\"en\":\"Lead\"}}", false),
            listing(ComponentKind.PERMISSION_SET, "admin", ADMIN, true),
            listing(ComponentKind.PERMISSION_SET, "dealer", DEALER, true),
            listing(ComponentKind.PERMISSION_SET, "desk", DESK, true)));
    private final Access access = new Access(draft);

    @Test
    void asksForNobodyWhoMayDoEverything() {
        assertThat(access.holders()).extracting(Holder::name).containsExactly("dealer", "desk");
    }

    @Test
    void suggestsWhatFitsASet() {
        assertThat(usual("desk", "order")).isEqualTo(Level.EDIT);
        assertThat(usual("desk", "partner")).isEqualTo(Level.READ);
        assertThat(usual("desk", "price_list")).isEqualTo(Level.NONE);
        assertThat(usual("desk", "lead")).isEqualTo(Level.EDIT);
        assertThat(usual("dealer", "lead")).isEqualTo(Level.PARTNER);
        assertThat(usual("dealer", "order")).isEqualTo(Level.NONE);
    }

    @Test
    void suggestsWhatASetHasAlready() {
        assertThat(usual("dealer", "visit")).isEqualTo(Level.READ);
    }

    @Test
    void grantsByATenantsOwnPartOfTheSet() {
        var granted = access.granting(
                holder("dealer"),
                Map.of("lead", new Grant(Level.PARTNER, Set.of()), "visit", new Grant(Level.NONE, Set.of(PARTNER))));
        assertThat(granted.key()).isEqualTo(new ComponentKey(ComponentKind.PERMISSION_SET, "dealer"));
        var objects = Documents.tree(granted.json()).get("objects");
        assertThat(objects.get("lead"))
                .isEqualTo(Documents.tree("{\"create\":true,\"read\":true,\"rows\":\"partner\",\"update\":true}"));
        assertThat(objects.get("visit").get("read").asBoolean()).isFalse();
        assertThat(objects.get("visit").has("partners")).isFalse();
    }

    @Test
    void limitsRightsToSinglePartners() {
        var granted = access.granting(holder("dealer"), Map.of("lead", new Grant(Level.READ, Set.of(PARTNER))));
        assertThat(Documents.tree(granted.json()).at("/objects/lead/partners")).hasToString("[\"" + PARTNER + "\"]");
        assertThat(access.partners(holder("dealer"), "visit")).containsExactly(PARTNER);
        assertThat(access.partners(holder("desk"), "visit")).isEmpty();
    }

    private Level usual(String set, String object) {
        return access.usual(holder(set), draft.object(object).orElseThrow());
    }

    private Holder holder(String name) {
        return access.holders().stream()
                .filter(holder -> holder.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Listing listing(ComponentKind kind, String name, String document, boolean standard) {
        return new Listing(
                new ComponentKey(kind, name),
                standard ? document : null,
                standard ? null : document,
                document,
                false,
                "1");
    }
}
