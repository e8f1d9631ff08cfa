package io.qudao.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathUnitTests {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/b/, /a/b/",
        "/%61pi, /api",
        "/a.b/..c/.well-known, /a.b/..c/.well-known",
        "/%E5%95%86%E5%93%81, /商品",
        "/a%20b+c, /a b+c"
    })
    void decodesPlainPath(String raw, String path) {
        assertThat(PlainPath.decode(raw)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "a",
                "//",
                "//a",
                "/a//b",
                "/.",
                "/..",
                "/a/../b",
                "/a/./b",
                "/a/..",
                "/a/%2e%2e/b",
                "/a/.%2E",
                "/a;b=c",
                "/a%3bb",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/a%00",
                "/a%0ab",
                "/a%7f",
                "/a%252fb",
                "/a%",
                "/a%4",
                "/a%zz",
                "/%ff",
                "/%c0%ae"
            })
    void refusesPathThatServersReadDifferently(String raw) {
        assertThat(PlainPath.decode(raw)).isEmpty();
    }

    @Property(tries = 300)
    void decodesWhatWasEncoded(
            @ForAll @AlphaChars @Chars({' ', '商', 'é', '~', '-'}) @StringLength(min = 1, max = 20) String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(PlainPath.decode("/" + encoded)).contains("/" + name);
    }
}
