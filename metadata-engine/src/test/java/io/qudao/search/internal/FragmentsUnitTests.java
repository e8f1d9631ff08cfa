package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.search.SearchDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FragmentsUnitTests {
    @Test
    void cutsChineseIntoPairsAndKeepsWords() {
        assertThat(fragments("经销商A1 500ml", List.of(), List.of()))
                .isEqualTo(Map.of("经销", 4, "销商", 4, "商", 4, "a1", 4, "a", 4, "1", 4, "500ml", 4, "500", 4, "ml", 4));
    }

    @Test
    void keepsTheHighestWeight() {
        assertThat(fragments("x", List.of("x", "y-z"), List.of("y", "w")))
                .isEqualTo(Map.of("x", 4, "y", 3, "z", 3, "yz", 3, "w", 1));
    }

    @Test
    void readsQueriesAsFragmentsThatMustAllOccur() {
        assertThat(Fragments.ofQuery("经销商 A-1")).containsExactly("经销", "销商", "a", "1");
        assertThat(Fragments.ofQuery("商")).containsExactly("商");
        assertThat(Fragments.ofQuery("ＡＢＣ　Ü")).containsExactly("abc", "u");
        assertThat(Fragments.ofQuery(" ,;'\" ")).isEmpty();
        assertThat(Fragments.ofQuery("一二三四五六七八九十百千万亿兆")).hasSize(12);
        assertThat(Fragments.ofQuery("𠮷野家")).containsExactly("𠮷野", "野家");
    }

    @Test
    void cutsLongWords() {
        assertThat(Fragments.ofQuery("x".repeat(500))).containsExactly("x".repeat(60));
        assertThat(fragments("x".repeat(500), List.of(), List.of())).isEqualTo(Map.of("x".repeat(60), 4));
    }

    private static Map<String, Integer> fragments(String title, List<String> keywords, List<String> texts) {
        return Fragments.of(new SearchDocument("product", Ids.next(), title, keywords, texts, "{}"));
    }
}
