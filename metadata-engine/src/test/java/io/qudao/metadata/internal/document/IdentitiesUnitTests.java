package io.qudao.metadata.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a component is does not depend on what it is called. */
class IdentitiesUnitTests {
    private static final ComponentKey THING = new ComponentKey(ComponentKind.OBJECT, "thing");
    private static final ComponentKey GEAR = new ComponentKey(ComponentKind.OBJECT, "gear");

    @Test
    void findsAFieldUnderAnotherNameOfAnotherObject() {
        var before = Identities.of(List.of(component(THING, "7"), component(field("thing.points"), "a1")));
        var after = Identities.of(List.of(component(GEAR, "7"), component(field("gear.score"), "a1")));
        assertThat(after.find(before.of(field("thing.points")))).isEqualTo(field("gear.score"));
        assertThat(before.renamedIn(after)).isEqualTo(Map.of(THING, GEAR, field("thing.points"), field("gear.score")));
    }

    @Test
    void tellsFieldsOfTwoObjectsApart() {
        assertThat(Identities.repeated(List.of(
                        component(THING, "7"),
                        component(GEAR, "8"),
                        component(field("thing.points"), "a1"),
                        component(field("gear.points"), "a1"))))
                .isEmpty();
    }

    @Test
    void listsWhatHasTheIdentityOfAnother() {
        assertThat(Identities.repeated(List.of(
                        component(THING, "7"), component(field("thing.a"), "a1"), component(field("thing.b"), "a1"))))
                .containsExactly(field("thing.b"));
        assertThat(Identities.repeated(List.of(component(THING, "7"), component(GEAR, "7"))))
                .containsExactly(THING);
    }

    private static ComponentKey field(String name) {
        return new ComponentKey(ComponentKind.FIELD, name);
    }

    private static OwnComponent component(ComponentKey key, @Nullable String identity) {
        return new OwnComponent(Document.of(key, CanonicalJson.empty()), identity);
    }
}
