package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameProposalsUnitTests {
    @Test
    void makesNamesOfLatinLabels() {
        assertThat(NameProposals.propose("Store visit", "object", Set.of())).isEqualTo("store_visit");
        assertThat(NameProposals.propose(" 2nd Café-Score! ", "field", Set.of()))
                .isEqualTo("nd_cafe_score");
    }

    @ParameterizedTest
    @CsvSource({
        "门店拜访, mdbf",
        "评分, pf",
        "活动编号, hdbh",
        "VIP客户, vip_kh",
        "2级 经销商, j_jxs",
        "啊座, az",
        "門市拜訪, msbf",
        "經銷商, jxs"
    })
    void abbreviatesChineseLabelsByTheirInitials(String label, String name) {
        assertThat(NameProposals.propose(label, "object", Set.of())).isEqualTo(name);
    }

    @Test
    void fallsBackWhereThereIsNothingToRead() {
        assertThat(NameProposals.propose("…", "object", Set.of())).isEqualTo("object");
        assertThat(NameProposals.propose("…", "object", Set.of("object"))).isEqualTo("object_2");
    }

    @Test
    void numbersNamesThatAreTaken() {
        assertThat(NameProposals.propose("Score", "field", Set.of("score", "score_2")))
                .isEqualTo("score_3");
    }

    @Test
    void keepsNamesShortWithTheirNumber() {
        var longest = "a".repeat(60);
        assertThat(NameProposals.propose("a".repeat(90), "field", Set.of())).isEqualTo(longest);
        assertThat(NameProposals.propose("a".repeat(90), "field", Set.of(longest)))
                .hasSize(60)
                .endsWith("_2");
    }
}
