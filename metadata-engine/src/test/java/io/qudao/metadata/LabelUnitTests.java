package io.qudao.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.TenantId;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ShardId;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelUnitTests {
    @ParameterizedTest
    @CsvSource({
        "zh-TW, 門市",
        "zh-HK, 門市",
        "zh-Hant, 門市",
        "zh-CN, 门店",
        "zh-SG, 门店",
        "zh, 门店",
        "en-US, Outlet",
        "de, Filiale",
        "de-AT, Filiale"
    })
    void isReadInOnesOwnLanguage(String reader, String text) {
        var label = new Label(Map.of("en", "Outlet", "zh-CN", "门店", "zh-TW", "門市", "de", "Filiale"));
        assertThat(label.in(Locale.forLanguageTag(reader))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"en, Outlet", "zh-CN, 门店", "de, Filiale", "zh-HK, 门店", "fr, 门店"})
    void isReadInTheTenantsLanguageWhereItIsMissing(String tenant, String text) {
        var label = new Label(Map.of("en", "Outlet", "zh-CN", "门店", "de", "Filiale"));
        var read = TenantScope.call(Caller.platform(tenant(tenant)), () -> label.in(Locale.TRADITIONAL_CHINESE));
        assertThat(read).isEqualTo(text);
    }

    @Test
    void isNeverEmptyWhileThereIsAnyText() {
        assertThat(new Label(Map.of("ja", "店")).in(Locale.ENGLISH)).isEqualTo("店");
        assertThat(new Label(Map.of()).in(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void joinsTheTextsOfEachLanguage() {
        var path = Label.of("Outlet", "门店", "門市").then(Label.of("Name", "名称", "名稱"));
        assertThat(path.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("門市 › 名稱");
        assertThat(path.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("门店 › 名称");
    }

    private static Tenant tenant(String locale) {
        return new Tenant(
                new TenantId(7), "seven", "Seven", new ShardId("s0"), Locale.forLanguageTag(locale), CurrencyCode.CNY);
    }
}
