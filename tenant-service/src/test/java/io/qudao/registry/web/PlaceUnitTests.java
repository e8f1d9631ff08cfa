package io.qudao.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceUnitTests {

    @ParameterizedTest
    @CsvSource({
        "/, SITE",
        "/sign-up, SITE",
        "/api/v1/sign-up, SITE",
        "/anything, SITE",
        "/sign-in, EITHER",
        "/oauth2/jwks, ANYWHERE",
        "/oauth2/jwks/x, TENANT",
        "/oauth2/token, TENANT",
        "/.well-known/openid-configuration, TENANT",
        "/connect/logout, TENANT",
        "/userinfo, TENANT",
        "/sign-out, TENANT",
        "/identity/brand.css, TENANT",
        "/identity/assets/page.css, ANYWHERE",
        "/api/v1/clients, TENANT",
        "/internal/people, ANYWHERE",
        "/actuator/health, ANYWHERE"
    })
    void servesEachPathAtItsPlace(String path, Place place) {
        assertThat(Place.of(path)).isEqualTo(place);
    }
}
