package io.qudao.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.language.Language;
import io.qudao.testing.Bundles;
import org.junit.jupiter.api.Test;

class BundlesUnitTests {
    @Test
    void hasEveryMessageInEveryLanguage() {
        assertThat(Bundles.texts(Language.TRADITIONAL_CHINESE)).contains("此項必填。");
        assertThat(Bundles.faults()).isEmpty();
    }

    @Test
    void knowsCharactersOfTheOtherScript() {
        assertThat(Bundles.foreign("储存 save 設定", Language.TRADITIONAL_CHINESE)).containsExactly("储");
        assertThat(Bundles.foreign("儲存 save 设定", Language.SIMPLIFIED_CHINESE)).containsExactly("儲");
        assertThat(Bundles.foreign("儲存", Language.ENGLISH)).isEmpty();
    }
}
