package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.ProblemException;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Label;
import io.qudao.metadata.PermissionSet;
import io.qudao.metadata.PermissionSet.Access;
import io.qudao.metadata.PermissionSet.Level;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.Definition.OfPermissionSet;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.OwnComponent;
import io.qudao.metadata.internal.document.Shipped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The access that is granted with a release. JSON has single quotes. */
class AccessUnitTests {
    private static final UUID PARTNER = UUID.fromString("0195a000-0000-7000-8000-000000000001");
    private static final String MORE =
            "'delete':true,'assign':true,'hidden':['cost'],'readOnly':['code'],'partners':['" + PARTNER + "']";
    private static final ComponentKey DESK = new ComponentKey(ComponentKind.PERMISSION_SET, "desk");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                         | NONE",
                "'rows':'subtree','hidden':['cost']                       | NONE",
                "'read':true,'rows':'all'                                 | READ",
                "'read':true,'create':true,'update':true,'rows':'all'     | EDIT",
                "'read':true,'create':true,'update':true,'rows':'partner' | PARTNER",
                "'read':true                                              | CUSTOM",
                "'read':true,'rows':'partner'                             | CUSTOM",
                "'read':true,'update':true,'rows':'all'                   | CUSTOM",
                "'read':true,'create':true,'update':true                  | CUSTOM",
                "'read':true,'create':true,'update':true,'rows':'own'     | CUSTOM",
                "'read':true,'create':true,'update':true,'rows':'subtree' | CUSTOM",
                "'delete':true                                            | CUSTOM"
            })
    void showsWhatASetHasAndChangesNothingByKeepingIt(@Nullable String said, Level level) {
        var rights = "{" + (said == null ? "" : said) + "}";
        assertThat(set(rights).level("visit")).isEqualTo(level);
        assertThat(granted(null, visit(rights), access(level))).isEqualTo(visit(rights));
        assertThat(granted(visit(rights), null, access(level))).isNull();
    }

    @Test
    void showsALevelWhateverElseASetMayDo() {
        assertThat(set("{'read':true,'rows':'all'," + MORE + "}").level("visit"))
                .isEqualTo(Level.READ);
        assertThat(set("{}").level("trip")).isEqualTo(Level.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "READ    | 'read':true,'rows':'all'",
                "EDIT    | 'read':true,'create':true,'update':true,'rows':'all'",
                "PARTNER | 'read':true,'create':true,'update':true,'rows':'partner'"
            })
    void grantsALevel(Level level, String rights) {
        assertThat(granted(visit("{}"), null, access(level))).isEqualTo(json("{'objects':{'visit':{" + rights + "}}}"));
        assertThat(granted(null, visit("{" + MORE + "}"), access(level, PARTNER)))
                .isEqualTo(visit("{" + MORE + "," + rights + "}"));
    }

    @Test
    void writesOnlyWhatDiffersFromWhatShips() {
        var ships = visit("{'read':true,'rows':'all'," + MORE + "}");
        assertThat(granted(ships, null, access(Level.EDIT, PARTNER)))
                .isEqualTo(json("{'objects':{'visit':{'create':true,'update':true}}}"));
        assertThat(granted(ships, json("{'permissions':['a.b']}"), access(Level.READ)))
                .isEqualTo(json("{'permissions':['a.b'],'objects':{'visit':{'partners':[]}}}"));
    }

    @Test
    void takesEveryRightFromWhoeverSeesNothing() {
        var said = "'hidden':['cost'],'readOnly':['code'],'rows':'subtree'";
        assertThat(granted(
                        null,
                        visit("{'read':true,'create':true,'update':true,'delete':true,'assign':true," + said + "}"),
                        access(Level.NONE)))
                .isEqualTo(visit(
                        "{'read':false,'create':false,'update':false,'delete':false,'assign':false," + said + "}"));
    }

    @Test
    void keepsOtherRightsWhenItLimitsThemToPartners() {
        var said = "'read':true,'update':true,'rows':'subtree','hidden':['cost']";
        assertThat(granted(null, visit("{" + said + "}"), access(Level.CUSTOM, PARTNER)))
                .isEqualTo(visit("{" + said + ",'partners':['" + PARTNER + "']}"));
    }

    @Test
    void hidesFieldsInAddition() {
        var said = "'read':true,'rows':'all'";
        var access = new Access("desk", "visit", Level.READ, Set.of(), Set.of("margin"));
        assertThat(granted(visit("{" + said + ",'hidden':['cost']}"), null, access))
                .isEqualTo(json("{'objects':{'visit':{'hidden':['cost','margin']}}}"));
        assertThat(granted(null, visit("{" + said + ",'hidden':['margin']}"), access))
                .isEqualTo(visit("{" + said + ",'hidden':['margin']}"));
    }

    @Test
    void doesNotBringBackWhatTheTenantRemoved() {
        var ships = visit("{'read':true,'delete':true,'rows':'all'}");
        assertThat(granted(ships, json("{'objects':{'visit':null}}"), access(Level.READ)))
                .isEqualTo(json("{'objects':{'visit':{'read':true,'delete':null,'rows':'all'}}}"));
        assertThat(granted(ships, json("{'objects':null}"), access(Level.READ)))
                .isEqualTo(json("{'objects':{'visit':{'read':true,'delete':null,'rows':'all'}}}"));
    }

    @Test
    void refusesASetThatThereIsNot() {
        assertThatThrownBy(() -> granted(null, null, access(Level.READ)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(MetadataProblem.UNKNOWN_COMPONENT));
    }

    private static Access access(Level level, UUID... partners) {
        return new Access("desk", "visit", level, Set.of(partners));
    }

    /** Returns the tenant's document with the access granted; null if there is none. */
    private static @Nullable Document granted(@Nullable Document ships, @Nullable Document own, Access access) {
        var lower = new LinkedHashMap<ComponentKey, Document>();
        if (ships != null) {
            lower.put(DESK, ships);
        }
        var mine = new TreeMap<ComponentKey, OwnComponent>();
        if (own != null) {
            mine.put(DESK, new OwnComponent(own, null));
        }
        var granted =
                AccessPatch.apply(List.of(access), Shipped.of(lower), mine).get(DESK);
        return granted == null ? null : granted.document();
    }

    private static PermissionSet set(String rights) {
        var said = CanonicalJson.MAPPER.treeToValue(json(rights).body(), OfPermissionSet.Rights.class);
        return new PermissionSet("desk", Label.of("Desk", "专员"), Set.of(), Map.of("visit", said.compiled()));
    }

    private static Document visit(String rights) {
        return json("{'objects':{'visit':" + rights + "}}");
    }

    private static Document json(String text) {
        return Document.of(DESK, CanonicalJson.read(text.replace('\'', '"')));
    }
}
