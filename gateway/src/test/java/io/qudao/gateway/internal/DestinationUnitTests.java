package io.qudao.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Whichever letters of a closed path are percent-encoded, it leads nowhere. */
    @Property(tries = 300)
    void closesPathsHoweverTheyAreSpelled(
            @ForAll @IntRange(max = 1) int which, @ForAll @Size(10) List<Boolean> encoded) {
        String word = List.of("internal", "actuator").get(which);
        StringBuilder path = new StringBuilder("/");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            path.append(encoded.get(i) ? String.format(Locale.ROOT, "%%%02x", (int) c) : String.valueOf(c));
        }
        Optional<String> decoded = PlainPath.decode(path + "/x");
        assertThat(decoded).isPresent();
        assertThat(Destination.of(TENANT, decoded.get())).isEqualTo(Destination.NOWHERE);
    }
}
