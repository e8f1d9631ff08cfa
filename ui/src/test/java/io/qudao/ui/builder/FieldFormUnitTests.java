package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldFormUnitTests {
    private static final Label SCORE = Label.of("Score", "评分");

    @Test
    void saysOnlyWhatDiffersFromTheUsual() {
        var component = form(DataType.TEXT, null, List.of()).component("visit", "score", null);
        assertThat(component.key()).hasToString("field/visit.score");
        assertThat(Documents.tree(component.json())).isEqualTo(Documents.tree("""
                        {"label": {"en": "Score", "zh-CN": "评分"}, "type": "text"}"""));
    }

    @Test
    void givesAFieldTheAttributesOfItsType() {
        var everything = new FieldForm(
                SCORE, DataType.DECIMAL, 40, 3, true, true, true, "order", "clear", List.of(option("good")));
        assertThat(Documents.tree(everything.component("visit", "score", null).json()))
                .isEqualTo(Documents.tree("""
                        {"label": {"en": "Score", "zh-CN": "评分"}, "type": "decimal", "scale": 3,
                         "required": true, "filterable": true}"""));
    }

    @Test
    void namesTheTargetOfALookUp() {
        var json = form(DataType.LOOKUP, "order", List.of())
                .component("visit", "order", null)
                .json();
        assertThat(Documents.tree(json).path("target").stringValue()).isEqualTo("order");
    }

    @Test
    void saysOfALookUpThatItIsEmptiedOnlyWhereItIs() {
        assertThat(onDelete("clear")).isEqualTo("clear");
        assertThat(onDelete("refuse")).isEmpty();
        assertThat(onDelete(null)).isEmpty();
    }

    private static String onDelete(@Nullable String chosen) {
        var form = new FieldForm(SCORE, DataType.LOOKUP, null, null, false, false, false, "order", chosen, List.of());
        var json = form.component("visit", "order", "{\"onDelete\":\"clear\"}").json();
        return Documents.tree(json).path("onDelete").asString("");
    }

    @Test
    void listsTheOptionsOfAPicklist() {
        var json = form(DataType.PICKLIST, null, List.of(option("good"), option("bad")))
                .component("visit", "score", null)
                .json();
        assertThat(Documents.tree(json).path("options").findValuesAsString("value"))
                .containsExactly("good", "bad");
    }

    @Test
    void keepsWhatItDoesNotShow() {
        var before = """
                {"label": {"en": "Old"}, "type": "text", "required": true, "default": "'x'", "searchable": true}""";
        assertThat(Documents.tree(form(DataType.TEXT, null, List.of())
                        .component("visit", "score", before)
                        .json()))
                .isEqualTo(Documents.tree("""
                        {"label": {"en": "Score", "zh-CN": "评分"}, "type": "text", "default": "'x'", "searchable": true}"""));
    }

    @Test
    void readsWhatItWrote() {
        var form = new FieldForm(
                SCORE, DataType.PICKLIST, null, null, true, false, true, null, null, List.of(option("good")));
        assertThat(FieldForm.read(form.component("visit", "score", null).json()))
                .isEqualTo(form);
    }

    private static FieldForm form(DataType type, @Nullable String target, List<Field.Option> options) {
        return new FieldForm(SCORE, type, null, null, false, false, false, target, null, options);
    }

    private static Field.Option option(String value) {
        return new Field.Option(value, Label.of(value, value));
    }
}
