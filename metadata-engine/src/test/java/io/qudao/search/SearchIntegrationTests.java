package io.qudao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From a change to the hit, over the outbox and REST. */
@HttpTest
class SearchIntegrationTests {
    private static final String SEARCH = "/api/v1/search";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProbeSource source;

    private Tenant tenant;
    private ApiClient api;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        api = ApiClient.admin(context, tenant);
    }

    @Test
    void followsRecordsAsTheyChange() {
        var id = source.add(tenant, "南京总经销");
        source.tell(tenant, id);
        awaitTitles("经销", "南京总经销");
        var hit = api.get(SEARCH + "?q=" + encode("南京") + "&objects=probe")
                .json()
                .path("items")
                .path(0);
        assertThat(hit.path("id").asString()).isEqualTo(id.toString());
        assertThat(hit.path("object").asString()).isEqualTo("probe");
        assertThat(hit.path("payload").has("picture")).isTrue();
        source.set(tenant, id, "北京总经销");
        source.tell(tenant, id);
        awaitTitles("经销", "北京总经销");
        assertThat(titles("南京")).isEmpty();
        source.set(tenant, id, null);
        source.tell(tenant, id);
        awaitTitles("经销");
    }

    @Test
    void fillsPagesWithWhatTheCallerMaySee() {
        IntStream.range(0, 30).forEach(i -> tell("Depot hidden " + i));
        IntStream.range(0, 3).forEach(i -> tell("Depot open " + i));
        await().atMost(Duration.ofMinutes(1)).until(() -> titles("depot").size() == 3);
        assertThat(api.get(SEARCH + "?q=depot&limit=2").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void buildsTheIndexAnew() {
        IntStream.range(0, 5).forEach(i -> source.add(tenant, "Forgotten " + i));
        assertThat(titles("forgotten")).isEmpty();
        var accepted = api.post(SEARCH + "/reindex?objects=probe", "");
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("records").asInt()).isEqualTo(5);
        await().atMost(Duration.ofMinutes(1)).until(() -> titles("forgotten").size() == 5);
    }

    @Test
    void refusesWhatItCannotSearch() {
        assertThat(api.get(SEARCH).violations()).containsExactly("q:required");
        assertThat(api.get(SEARCH + "?q=x&objects=nothing").violations()).containsExactly("objects:not_one_of");
        assertThat(api.get(SEARCH + "?q=x&limit=0").violations()).containsExactly("limit:out_of_range");
    }

    @Test
    void keepsTenantsApart() { // T1
        tell("Mine alone");
        awaitTitles("mine", "Mine alone");
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get(SEARCH + "?q=mine").json().path("items").size()).isZero();
        assertThat(stranger.post(SEARCH + "/reindex", "").json().path("records").asInt())
                .isZero();
    }

    private void tell(String title) {
        source.tell(tenant, source.add(tenant, title));
    }

    private void awaitTitles(String query, String... titles) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(titles(query)).containsExactly(titles));
    }

    private List<String> titles(String query) {
        return api.get(SEARCH + "?q=" + encode(query))
                .json()
                .path("items")
                .valueStream()
                .map(hit -> hit.path("title").asString())
                .toList();
    }

    private static String encode(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
