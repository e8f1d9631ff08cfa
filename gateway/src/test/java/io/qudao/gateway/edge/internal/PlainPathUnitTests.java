package io.qudao.gateway.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathUnitTests {
    private static final long SEED = 20261121;
    private static final int NAMES = 300;
    private static final String LETTERS = "azAZ 商品é~-_";

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

    @Test
    void decodesWhatWasEncoded() {
        var random = new Random(SEED);
        for (int i = 0; i < NAMES; i++) {
            String name = random.ints(1 + random.nextInt(20), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(PlainPath.decode("/" + encoded)).as(encoded).contains("/" + name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/records/visit?filter=status%20%3D%3D%20%27open%27&sort=-date",
                "/a/b-c_d.e~f/(g)*h;i=1",
                "/"
            })
    void knowsAddressesThatEveryServerReads(String address) {
        assertThat(PlainPath.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a|b", "/a b", "/a#b", "/a?b=%zz", "/a?b=%ff", "/a?b=\"", "/a?{b}", "/a?b=\u00e4", "/a\\b"})
    void knowsAddressesThatSomeServerMayRefuse(String address) {
        assertThat(PlainPath.isAddress(address)).isFalse();
    }
}
