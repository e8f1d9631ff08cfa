package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Plan.Action;
import io.qudao.metadata.Storage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a release compiles to, and what stays the same between releases. */
class CompilationUnitTests {
    private final TenantMetadataFixture tenant = new TenantMetadataFixture();

    @Test
    void keepsUnchangedObjectsAsTheyAre() {
        tenant.object("visit")
                .object("dealer")
                .field("visit.a", "'type':'text'")
                .publish();
        var before = tenant.compiled();
        tenant.field("visit.b", "'type':'text'").publish();
        var after = tenant.compiled();
        assertThat(after.object("dealer").orElseThrow())
                .isSameAs(before.object("dealer").orElseThrow());
        assertThat(after.object("deal").orElseThrow())
                .isSameAs(before.object("deal").orElseThrow());
        assertThat(after.object("visit").orElseThrow())
                .isNotEqualTo(before.object("visit").orElseThrow());
    }

    @Test
    void sharesUntouchedStandardObjects() {
        tenant.object("visit").publish();
        assertThat(tenant.type("deal"))
                .isSameAs(tenant.standard().object("deal").orElseThrow());
        tenant.field("deal.more", "'type':'text'").publish();
        assertThat(tenant.type("deal"))
                .isNotSameAs(tenant.standard().object("deal").orElseThrow());
    }

    @Test
    void mergesOverridesByAttribute() {
        tenant.put(ComponentKind.FIELD, "deal.total", "{'label':{'de':'Summe','zh-CN':null},'required':true}")
                .publish();
        var total = tenant.type("deal").field("total").orElseThrow();
        assertThat(total.label().texts()).containsOnlyKeys("en", "de");
        assertThat(total.label().in(Locale.GERMANY)).isEqualTo("Summe");
        assertThat(total.label().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Total");
        assertThat(total.required()).isTrue();
        assertThat(total.standard()).isTrue();
        assertThat(tenant.plan().changes()).isEmpty();
        tenant.remove(ComponentKind.FIELD, "deal.total");
        assertThat(tenant.plan().changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Action.CHANGED);
            assertThat(change.attributes()).containsExactly("label", "required");
            assertThat(change.destructive()).isFalse();
        });
    }

    @Test
    void fillsPicklistsFromTheirValueSet() {
        tenant.object("visit")
                .field("visit.mood", "'type':'picklist','valueSet':'moods'")
                .put(
                        ComponentKind.VALUE_SET,
                        "moods",
                        "{'label':{'en':'M'},'options':[{'value':'up','label':{'en':'Up'}}]}")
                .publish();
        var before = tenant.type("visit");
        assertThat(before.field("mood").orElseThrow().options())
                .extracting(Field.Option::value)
                .containsExactly("up");
        tenant.put(
                ComponentKind.VALUE_SET,
                "moods",
                "{'label':{'en':'M'},'options':[{'value':'down','label':{'en':'Down'}}]}");
        assertThat(tenant.plan().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.destructive()).isTrue());
        tenant.publish();
        assertThat(tenant.type("visit").field("mood").orElseThrow().options())
                .extracting(Field.Option::value)
                .containsExactly("down");
    }

    @Test
    void ordersFieldsAsTheyWereMade() {
        tenant.object("visit");
        for (String name : new String[] {"m", "z", "b", "y", "a", "x", "c", "w", "d", "v"}) {
            tenant.field("visit." + name, "'type':'text'").publish();
        }
        assertThat(tenant.type("visit").fields().stream().skip(7))
                .extracting(Field::name)
                .containsExactly("m", "z", "b", "y", "a", "x", "c", "w", "d", "v");
        assertThat(tenant.type("visit").fields()).extracting(Field::id).contains("a1", "a10");
    }

    @Test
    void placesOwnObjectsInTheTenantsCell() {
        tenant.object("visit").publish();
        assertThat(tenant.type("visit").storage()).isEqualTo(new Storage.Cell("engine.rec_07"));
        assertThat(tenant.type("visit").id()).isPositive();
        assertThat(tenant.type("visit").nameField()).isEqualTo("name");
        assertThat(tenant.type("deal").storage()).isEqualTo(new Storage.Table("apps.deal", "everything"));
        assertThat(tenant.type("deal").id()).isZero();
        assertThat(tenant.type("deal").nameField()).isEqualTo("code");
    }

    @Test
    void makesAnotherObjectOfAnOldName() {
        tenant.object("visit").field("visit.a", "'type':'text'").publish();
        int before = tenant.type("visit").id();
        tenant.remove(ComponentKind.FIELD, "visit.a")
                .remove(ComponentKind.OBJECT, "visit")
                .publish();
        tenant.object("visit").publish();
        assertThat(tenant.type("visit").id()).isNotEqualTo(before);
    }

    @Test
    void showsWhatNobodyLaidOut() {
        tenant.object("visit").field("visit.a", "'type':'text'").publish();
        var release = tenant.compiled();
        assertThat(release.layout("visit").sections().getFirst().fields())
                .containsExactly("name", "a", "created_at", "updated_at", "owner");
        assertThat(release.listViews("visit").getFirst().columns())
                .containsExactly("name", "a", "created_at", "updated_at", "owner");
        tenant.put(ComponentKind.LAYOUT, "visit.default", "{'sections':[{'label':{'en':'A'},'fields':['a']}]}")
                .publish();
        assertThat(tenant.compiled().layout("visit").sections().getFirst().fields())
                .containsExactly("a");
        assertThat(tenant.compiled().layout("visit").sections().getFirst().columns())
                .isEqualTo(2);
    }

    @Test
    void keepsTheListOfAllBesideOwnLists() {
        String good = "{'label':{'en':'Good'},'columns':['a']}";
        tenant.object("visit")
                .field("visit.a", "'type':'text'")
                .put(ComponentKind.LIST_VIEW, "visit.good", good)
                .publish();
        assertThat(tenant.compiled().listViews("visit"))
                .extracting(ListView::name)
                .containsExactly("all", "good");
        tenant.put(ComponentKind.LIST_VIEW, "visit.all", good).publish();
        assertThat(tenant.compiled().listViews("visit"))
                .extracting(ListView::name)
                .containsExactly("all", "good");
        assertThat(tenant.compiled().listViews("visit").getFirst().columns()).containsExactly("a");
    }

    @Test
    void saysWhatIsDestructive() {
        tenant.object("visit").field("visit.a", "'type':'text'").publish();
        tenant.remove(ComponentKind.FIELD, "visit.a");
        assertThat(tenant.plan().changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(Action.REMOVED);
            assertThat(change.destructive()).isTrue();
        });
    }

    @Test
    void shipsPermissionSetsThatTenantsMayOverride() {
        tenant.put(
                        ComponentKind.PERMISSION_SET,
                        "dealer",
                        "{'permissions':['catalog.read'],'objects':{'deal':{'read':true,'rows':'subtree'}}}")
                .publish();
        assertThat(tenant.standard().permissionSets())
                .extracting(set -> set.name())
                .contains("brand_admin", "order_desk", "finance", "warehouse", "channel", "dealer", "api_full");
        assertThat(tenant.compiled().permissionSets())
                .filteredOn(set -> set.name().equals("dealer"))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.granted()).containsExactly("catalog.read", "record.deal.read");
                    assertThat(set.label().in(Locale.CHINA)).isEqualTo("经销商");
                });
    }

    @Test
    void placesFieldsWhereTheirDocumentsSay() {
        tenant.object("visit")
                .field("visit.a", "'type':'text'")
                .field("visit.b", "'type':'text','order':2")
                .field("visit.c", "'type':'text','order':1")
                .put(ComponentKind.FIELD, "deal.total", "{'order':1}")
                .publish();
        assertThat(tenant.type("visit").fields().stream().skip(7))
                .extracting(Field::name)
                .containsExactly("c", "b", "a");
        assertThat(tenant.type("deal").fields()).extracting(Field::name).containsExactly("total", "code", "status");
    }
}
