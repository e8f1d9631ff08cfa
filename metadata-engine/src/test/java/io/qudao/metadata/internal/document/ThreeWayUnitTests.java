package io.qudao.metadata.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ChangeSets.Side;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Plan.Conflict;
import io.qudao.metadata.internal.document.ThreeWay.Merged;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two changes of one document. */
class ThreeWayUnitTests {
    private static final ComponentKey KEY = new ComponentKey(ComponentKind.OBJECT, "visit");

    @Test
    void takesWhatEachSideChanged() {
        var merged = merge(
                "{'a':1,'b':1,'l':{'en':'x'}}", "{'a':2,'b':1,'l':{'en':'x','zh':'y'}}", "{'a':1,'l':{'en':'z'}}");
        assertThat(merged.conflicts()).isEmpty();
        assertThat(json(merged)).isEqualTo("{'a':2,'l':{'en':'z','zh':'y'}}");
    }

    @Test
    void takesWhatBothChangedAlike() {
        assertThat(merge("{'a':1}", "{'a':2}", "{'a':2}").conflicts()).isEmpty();
        assertThat(json(merge("{'a':1}", null, null))).isEqualTo("-");
        assertThat(json(merge(null, "{'a':1}", "{'a':1}"))).isEqualTo("{'a':1}");
    }

    @Test
    void tellsWhereTheyDiffer() {
        var merged = merge("{'a':1,'l':{'en':'x'}}", "{'a':2,'l':{'en':'y'}}", "{'a':3,'l':{'en':'z'}}");
        assertThat(merged.conflicts())
                .containsExactly(
                        new Conflict(KEY, "a", "1", "2", "3"), new Conflict(KEY, "l.en", "\"x\"", "\"y\"", "\"z\""));
        assertThat(json(merged)).isEqualTo("{'a':2,'l':{'en':'y'}}");
        assertThat(json(merge(Side.THEIRS, "{'a':1,'b':1}", "{'a':2,'b':2}", "{'a':3,'b':1}")))
                .isEqualTo("{'a':3,'b':2}");
    }

    @Test
    void tellsWhereOneSideTookItAway() {
        assertThat(merge("{'a':1}", null, "{'a':2}").conflicts())
                .containsExactly(new Conflict(KEY, "", "{\"a\":1}", null, "{\"a\":2}"));
        assertThat(merge("{'a':1}", "{'a':2}", null).conflicts()).hasSize(1);
        assertThat(merge("{'a':1}", null, "{'a':1}").conflicts()).isEmpty();
        assertThat(json(merge("{'a':1}", "{'a':1}", null))).isEqualTo("-");
    }

    @Test
    void tellsWhereBothMadeOne() {
        var merged = merge(null, "{'a':1,'b':1}", "{'a':2,'c':1}");
        assertThat(merged.conflicts()).containsExactly(new Conflict(KEY, "a", null, "1", "2"));
        assertThat(json(merged)).isEqualTo("{'a':1,'b':1,'c':1}");
    }

    @Test
    void settlesEachAttributeByItself() {
        var edit = edit("{'a':1,'b':1,'l':{'en':'x'}}", "{'a':2,'b':2,'l':{'en':'y'}}");
        var theirs = document("{'a':3,'b':3,'c':1,'l':{}}");
        var kept = ThreeWay.settle(KEY, edit, theirs, Side.MINE, Set.of("a"));
        assertThat(merge(kept, theirs).conflicts())
                .extracting(Conflict::attribute)
                .containsExactly("b", "l.en");
        var taken = ThreeWay.settle(KEY, kept, theirs, Side.THEIRS, Set.of("b", "l.en"));
        assertThat(merge(taken, theirs).conflicts()).isEmpty();
        assertThat(json(merge(taken, theirs))).isEqualTo("{'a':2,'b':3,'c':1,'l':{}}");
    }

    @Test
    void settlesWhatOnlyTheSidesHave() {
        var edit = edit(null, "{'a':1,'l':{'en':'y','zh':'z'}}");
        var theirs = document("{'a':2,'l':{'en':'w','zh':'v'}}");
        var kept = ThreeWay.settle(KEY, edit, theirs, Side.MINE, Set.of("l.en"));
        assertThat(merge(kept, theirs).conflicts())
                .extracting(Conflict::attribute)
                .containsExactly("a", "l.zh");
        assertThat(json(merge(kept, theirs))).isEqualTo("{'a':1,'l':{'en':'y','zh':'z'}}");
    }

    @Test
    void settlesARemovalAsAWhole() {
        var theirs = document("{'a':2}");
        var removal = edit("{'a':1}", null);
        assertThat(json(merge(ThreeWay.settle(KEY, removal, theirs, Side.MINE, Set.of("")), theirs)))
                .isEqualTo("-");
        assertThat(json(merge(ThreeWay.settle(KEY, removal, theirs, Side.THEIRS, Set.of("")), theirs)))
                .isEqualTo("{'a':2}");
    }

    private static Merged merge(Edit edit, @Nullable Document theirs) {
        return ThreeWay.merge(KEY, edit, theirs, Side.MINE);
    }

    private static Edit edit(@Nullable String base, @Nullable String mine) {
        return new Edit(document(mine), document(base), null, null, null);
    }

    private static Merged merge(@Nullable String base, @Nullable String mine, @Nullable String theirs) {
        return merge(Side.MINE, base, mine, theirs);
    }

    private static Merged merge(Side side, @Nullable String base, @Nullable String mine, @Nullable String theirs) {
        return ThreeWay.merge(KEY, edit(base, mine), document(theirs), side);
    }

    private static @Nullable Document document(@Nullable String json) {
        return json == null ? null : Document.of(KEY, CanonicalJson.read(json.replace('\'', '"')));
    }

    private static String json(Merged merged) {
        var document = merged.document();
        return document == null ? "-" : document.json().replace('"', '\'');
    }
}
