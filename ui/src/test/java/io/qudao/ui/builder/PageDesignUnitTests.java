package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageDesignUnitTests {
    private static final PageDesign PAGE = new PageDesign(List.of(part("a", "b"), part("c")));

    @Test
    void putsAFieldAtTheEndOnce() {
        assertThat(fields(PAGE.with("d"))).isEqualTo(List.of(List.of("a", "b"), List.of("c", "d")));
        assertThat(PAGE.with("a")).isEqualTo(PAGE);
    }

    @Test
    void takesAFieldOff() {
        assertThat(fields(PAGE.without("a"))).isEqualTo(List.of(List.of("b"), List.of("c")));
    }

    @Test
    void movesAFieldWithinAndAcrossSections() {
        assertThat(fields(PAGE.up("b"))).isEqualTo(List.of(List.of("b", "a"), List.of("c")));
        assertThat(fields(PAGE.up("c"))).isEqualTo(List.of(List.of("a", "b", "c"), List.of()));
        assertThat(fields(PAGE.down("b"))).isEqualTo(List.of(List.of("a"), List.of("b", "c")));
    }

    @Test
    void staysAtTheEnds() {
        assertThat(PAGE.up("a")).isEqualTo(PAGE);
        assertThat(PAGE.down("c")).isEqualTo(PAGE);
    }

    @Test
    void keepsTheFieldsOfASectionThatGoes() {
        assertThat(fields(PAGE.withoutSection(0))).isEqualTo(List.of(List.of("c", "a", "b")));
        assertThat(fields(PAGE.withoutSection(1))).isEqualTo(List.of(List.of("a", "b", "c")));
        var one = PAGE.withoutSection(1);
        assertThat(one.withoutSection(0)).isEqualTo(one);
    }

    @Test
    void setsTheColumnsOfOneSection() {
        assertThat(PAGE.columns(1, 1).sections())
                .extracting(PageDesign.Part::columns)
                .containsExactly(PageDesign.MOST_COLUMNS, 1);
    }

    private static PageDesign.Part part(String... fields) {
        return new PageDesign.Part(Label.of("Part", "分区"), 0, List.of(fields));
    }

    private static List<List<String>> fields(PageDesign design) {
        return design.sections().stream().map(PageDesign.Part::fields).toList();
    }
}
