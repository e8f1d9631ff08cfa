package io.qudao.gateway.edge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.gateway.Destination;
import io.qudao.gateway.Site;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationUnitTests {
    private static final Site TENANT = new Site.Tenant("acme", "acme.localhost");
    private static final Site PUBLIC = new Site.Public("localhost");

    @ParameterizedTest
    @CsvSource({
        "/, PAGES",
        "/orders/1, PAGES",
        "/apiary, PAGES",
        "/sign-inn, PAGES",
        "/internals, PAGES",
        "/login/oauth2/code/qudao, PAGES",
        "/oauth2/authorization/qudao, PAGES",
        "/oauth2/authorize, IDENTITY",
        "/oauth2/token, IDENTITY",
        "/.well-known/openid-configuration, IDENTITY",
        "/connect/logout, IDENTITY",
        "/userinfo, IDENTITY",
        "/sign-in, IDENTITY",
        "/sign-out/done, IDENTITY",
        "/identity/style.css, IDENTITY",
        "/api, API",
        "/api/v1/orders, API",
        "/api/v1/openapi.json, API",
        "/api/v1/sign-up, API",
        "/api/v1/clientship, API",
        "/api/v1/clients, CLIENTS",
        "/api/v1/clients/7, CLIENTS",
        "/api/v1/events, LONG_API",
        "/api/v1/imports/7, LONG_API",
        "/internal, NOWHERE",
        "/internal/tenants, NOWHERE",
        "/actuator/health, NOWHERE"
    })
    void findsDestinationAtTenant(String path, Destination destination) {
        assertThat(Destination.of(TENANT, path)).isEqualTo(destination);
    }

    @ParameterizedTest
    @CsvSource({
        "/, PUBLIC_SITE",
        "/sign-up, PUBLIC_SITE",
        "/api/v1/sign-up, PUBLIC_SITE",
        "/internal/people, NOWHERE",
        "/actuator, NOWHERE"
    })
    void findsDestinationAtBareDomain(String path, Destination destination) {
        assertThat(Destination.of(PUBLIC, path)).isEqualTo(destination);
    }

    @Test
    void leadsNowhereFromUnknownHost() {
        assertThat(Destination.of(new Site.Unknown(), "/")).isEqualTo(Destination.NOWHERE);
    }

    @Test
    void asksForTokenWhereverTheApiIs() {
        for (Destination destination : Destination.values()) {
            assertThat(destination.needsToken())
                    .isEqualTo(List.of(Destination.API, Destination.LONG_API, Destination.CLIENTS)
                            .contains(destination));
        }
    }

    /** Whichever letters of a closed path are percent-encoded, it leads nowhere: all spellings of both words. */
    @ParameterizedTest
    @ValueSource(strings = {"internal", "actuator"})
    void closesPathsHoweverTheyAreSpelled(String word) {
        for (int encoded = 0; encoded < 1 << word.length(); encoded++) {
            String path = "/" + spelled(word, encoded) + "/x";
            assertThat(PlainPath.decode(path))
                    .as(path)
                    .hasValueSatisfying(
                            plain -> assertThat(Destination.of(TENANT, plain)).isEqualTo(Destination.NOWHERE));
        }
    }

    private static String spelled(String word, int encoded) {
        return IntStream.range(0, word.length())
                .mapToObj(at -> (encoded >> at & 1) == 0
                        ? word.substring(at, at + 1)
                        : String.format(Locale.ROOT, "%%%02x", (int) word.charAt(at)))
                .collect(Collectors.joining());
    }
}
