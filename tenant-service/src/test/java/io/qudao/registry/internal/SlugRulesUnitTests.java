package io.qudao.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugRulesUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "acme", "a-b-c", "a1", "abcdefghijklmnopqrstuvwxyz01234"})
    void takesHostLabels(String slug) {
        assertThat(SlugRules.check(slug)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1a",
                "-a",
                "a-",
                "A",
                "acme!",
                "a.b",
                "xn--p1ai",
                "a--b",
                "华夏",
                "a b",
                "acme\n",
                "abcdefghijklmnopqrstuvwxyz012345"
            })
    void refusesWhatIsNone(String slug) {
        assertThat(SlugRules.check(slug)).contains(Violation.of("slug", "slug_form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "api", "admin", "sign-in", "localhost"})
    void keepsOurOwnNames(String slug) {
        assertThat(SlugRules.check(slug)).contains(Violation.of("slug", "slug_reserved", slug));
    }
}
