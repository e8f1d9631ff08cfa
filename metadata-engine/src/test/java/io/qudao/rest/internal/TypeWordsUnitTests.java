package io.qudao.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.expression.FieldType;
import io.qudao.kernel.Violation;
import io.qudao.metadata.DataType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeWordsUnitTests {
    private final BundleTexts texts = new BundleTexts(BundleMessages.ofClassPath());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong_type                | integer               | 此项类型应为：整数。",
                "wrong_value               | date;draft            | 值无效：date，应为：draft。",
                "wrong_value               | x;uuid                | 值无效：x，应为：标识（UUID）。",
                "expression.incompatible   | 1;7;>;money;text      | 第 1 行第 7 列：> 不能用于金额和文本。",
                "expression.wrong_type     | 1;6;in;list of text;date | 第 1 行第 6 列：in 需要文本列表，但这里是日期。",
                "expression.no_fields      | 1;1;text;date-time    | 第 1 行第 1 列：text 的类型是日期时间，没有这样的下级字段。",
                "expression.wrong_result   | 1;1;text, boolean, date;null | 结果应为文本或是/否或日期，但实际是空值。",
            })
    void saysTypesInChinese(String code, String arguments, String message) {
        var violation = Violation.of("filter", code, (Object[]) arguments.split(";"));
        assertThat(texts.message(violation, Locale.SIMPLIFIED_CHINESE)).isEqualTo(message);
    }

    @Test
    void saysTypesInTraditionalChinese() {
        assertThat(texts.message(
                        Violation.of("a", "expression.wrong_result", 1, 1, "text, integer", "list of text"),
                        Locale.forLanguageTag("zh-HK")))
                .isEqualTo("結果應為文字或整數，但實際是文字清單。");
    }

    @Test
    void saysTypesInEnglish() {
        assertThat(texts.message(Violation.of("a", "wrong_type", "date_time"), Locale.ENGLISH))
                .isEqualTo("This must be: date and time.");
        assertThat(texts.message(
                        Violation.of("a", "expression.wrong_result", 1, 1, "text, integer", "list of text"),
                        Locale.ENGLISH))
                .isEqualTo("The result must be text or whole number, but it is list of text.");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasAWordForEveryType(String name) {
        assertThat(texts.message(Violation.of("a", "wrong_type", name), Locale.SIMPLIFIED_CHINESE))
                .matches("此项类型应为：[\\p{IsHan}/]+。");
    }

    private static Stream<String> names() {
        return Stream.concat(
                Arrays.stream(DataType.values()).map(DataType::code),
                Arrays.stream(FieldType.Scalar.values()).map(FieldType::label));
    }
}
