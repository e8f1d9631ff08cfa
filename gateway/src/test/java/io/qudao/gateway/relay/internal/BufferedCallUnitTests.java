package io.qudao.gateway.relay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedCallUnitTests {
    private static HttpRequest request(HttpVersion version, String uri, String... headers) {
        HttpRequest request = new DefaultHttpRequest(version, HttpMethod.POST, uri);
        for (String header : headers) {
            request.headers().add(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        return request;
    }

    private static boolean mayHold(String... headers) {
        return BufferedCall.mayHold(request(HttpVersion.HTTP_1_1, "/api/v1/x", headers));
    }

    @Test
    void holdsCallsWithoutBodyAndWithSmallJson() {
        assertThat(mayHold()).isTrue();
        assertThat(mayHold("Content-Length: 0", "Content-Type: text/csv")).isTrue();
        assertThat(mayHold("Content-Length: 65536", "Content-Type: application/json"))
                .isTrue();
        assertThat(mayHold("Content-Length: 2", "Content-Type: Application/JSON; charset=UTF-8"))
                .isTrue();
        assertThat(mayHold("Connection: keep-alive", "Accept: */*")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: websocket",
                "Expect: 100-continue",
                "Cookie: a=b",
                "Connection: close",
                "Transfer-Encoding: chunked"
            })
    void leavesSpecialRequestsToTheFilters(String header) {
        assertThat(mayHold(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/csv", "application/json; a=b", "*/*", "multipart/form-data", "application/problem+json"})
    void leavesOtherBodiesToTheFilters(String type) {
        assertThat(mayHold("Content-Length: 2", "Content-Type: " + type)).isFalse();
        assertThat(mayHold("Content-Length: 2")).isFalse();
        assertThat(mayHold("Content-Length: 65537", "Content-Type: application/json"))
                .isFalse();
    }

    @Test
    void leavesPagesAndOldClientsToTheFilters() {
        assertThat(BufferedCall.mayHold(request(HttpVersion.HTTP_1_1, "/page"))).isFalse();
        assertThat(BufferedCall.mayHold(request(HttpVersion.HTTP_1_1, "http://acme.localhost/api/v1/x")))
                .isFalse();
        assertThat(BufferedCall.mayHold(request(HttpVersion.HTTP_1_0, "/api/v1/x")))
                .isFalse();
    }
}
