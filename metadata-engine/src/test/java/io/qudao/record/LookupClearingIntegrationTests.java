package io.qudao.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qudao.record.RecordsChanged.Kind;
import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.RecordedChanges;
import io.qudao.testing.TenantFixture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of look-ups when their record is deleted, as their fields say. */
@HttpTest
class LookupClearingIntegrationTests {
    private static final String DEPOTS = "/api/v1/records/depot";
    private static final String VISITS = "/api/v1/records/visit";
    private static final String COMPONENTS = "/api/v1/metadata/components/field/visit.";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordedChanges changes;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void publishVisits() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/depot",
                "{\"label\":{\"en\":\"Depot\"},\"plural\":{\"en\":\"Depots\"}}",
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}",
                "field/visit." + RecordedChanges.FIELD,
                "{\"label\":{\"en\":\"Heard\"},\"type\":\"text\"}",
                "field/visit.start",
                "{\"label\":{\"en\":\"Start\"},\"type\":\"lookup\",\"target\":\"depot\",\"onDelete\":\"clear\",\"filterable\":true}",
                "field/visit.end",
                "{\"label\":{\"en\":\"End\"},\"type\":\"lookup\",\"target\":\"depot\",\"onDelete\":\"clear\"}",
                "field/visit.home",
                "{\"label\":{\"en\":\"Home\"},\"type\":\"lookup\",\"target\":\"depot\"}");
    }

    @Test
    void emptiesWhatSaysSoAndTellsIt() {
        String depot = depot("A");
        String other = depot("B");
        String visit = good(admin.post(
                        VISITS, "{\"name\":\"V\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(depot, other)))
                .header("Location");
        changes.take(tenant);
        assertThat(admin.with("If-Match", "\"1\"").delete(DEPOTS + "/" + depot).status())
                .isEqualTo(204);
        var now = admin.get(visit);
        assertThat(now.json().path("start").isNull()).isTrue();
        assertThat(now.at("/end")).isEqualTo(other);
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        var told = changes.take(tenant);
        assertThat(told)
                .extracting(RecordsChanged::object, RecordsChanged::kind)
                .containsExactly(tuple("visit", Kind.CHANGED));
        assertThat(told.getFirst().changes().getFirst().fields()).containsExactly("start", "updated_at");
        assertThat(admin.get(VISITS + "?filter=start%20!=%20null")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void refusesWhileOthersLookUp() {
        String depot = depot("A");
        good(admin.post(VISITS, "{\"name\":\"V\",\"start\":\"%1$s\",\"home\":\"%1$s\"}".formatted(depot)));
        var refused = admin.with("If-Match", "\"1\"").delete(DEPOTS + "/" + depot);
        assertThat(refused.code()).isEqualTo("record.in_use");
        assertThat(admin.get(VISITS).at("/items/0/start")).isEqualTo(depot);
    }

    @Test
    void emptiesMoreThanAPortion() {
        String depot = depot("A");
        for (int batch = 0; batch < 2; batch++) {
            var records = IntStream.range(0, 600)
                    .mapToObj(number -> "{\"name\":\"V\",\"start\":\"%s\"}".formatted(depot))
                    .collect(Collectors.joining(",", "{\"records\":[", "]}"));
            good(admin.post(VISITS + "/batch", records));
        }
        assertThat(admin.with("If-Match", "\"1\"").delete(DEPOTS + "/" + depot).status())
                .isEqualTo(204);
        assertThat(admin.get(VISITS + "?count=exact&filter=start%20!=%20null").at("/count"))
                .isEqualTo("0");
    }

    @Test
    void refusesWhatCannotBeCleared() {
        good(
                admin.put(
                        COMPONENTS + "start",
                        "{\"label\":{\"en\":\"S\"},\"type\":\"lookup\",\"target\":\"depot\",\"onDelete\":\"clear\",\"required\":true}"));
        good(admin.put(COMPONENTS + "heard", "{\"label\":{\"en\":\"H\"},\"type\":\"text\",\"onDelete\":\"clear\"}"));
        assertThat(admin.post("/api/v1/metadata/publish", "{\"comment\":\"x\"}").violations())
                .contains(
                        "field/visit.start/onDelete:metadata.required_is_not_cleared",
                        "field/visit.heard/onDelete:metadata.not_for_type");
    }

    private String depot(String name) {
        return good(admin.post(DEPOTS, "{\"name\":\"%s\"}".formatted(name))).at("/id");
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
