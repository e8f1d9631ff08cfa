package io.qudao.metadata.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tenant's own permission set and a shipped one that comes later under its name: none is ever made of both. */
class FootingsUnitTests {
    private static final ComponentKey FINANCE = new ComponentKey(ComponentKind.PERMISSION_SET, "finance");

    private final Layers layers =
            new Layers(new StandardLayer(List.of(), new ComponentFiles()), new Definitions(new Schemas()));
    private final OwnComponent own = own("{\"label\":{\"en\":\"Ours\"},\"permissions\":[\"order.read\"]}");

    @Test
    void leavesAnOwnSetWhatItGrantsWhereOneOfItsNameShips() {
        var last = layers.shipped().without(FINANCE::equals);
        var footing = footing(Optional.of(last), "before");
        assertThat(footing.lower()).isEqualTo(last);
        assertThat(footing.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo("permission_set/finance");
            assertThat(conflict.code()).isEqualTo("metadata.collides");
        });
        assertThat(Layers.effective(footing.lower(), own).body())
                .isEqualTo(own.document().alone().body());
    }

    @Test
    void laysAnOverrideOverWhatShippedWhenItWasMade() {
        var footing = footing(Optional.of(layers.shipped()), "before");
        assertThat(footing.lower()).isEqualTo(layers.shipped());
        assertThat(footing.conflicts()).isEmpty();
        assertThat(Layers.effective(footing.lower(), own)
                        .body()
                        .at("/label/zh-CN")
                        .asString())
                .isEqualTo("财务");
    }

    private Footings.Footing footing(Optional<Shipped> last, String layer) {
        return new Footings(layers, hash -> last).of(layer, List.of(own));
    }

    private static OwnComponent own(String json) {
        return new OwnComponent(Document.of(FINANCE, CanonicalJson.read(json)), null);
    }
}
