package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an import reports wrong rows: all of them at once, as a file or as a problem. */
@HttpTest
class ImportReportsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient api;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        api = ApiClient.admin(context, tenant);
    }

    @Test
    void reportsAtOnceWhatIsWrongWithCellsAndWithRows() { // P9
        var file = "code,quantity,parent\na1,1,\ntop,x,\nmid,1,top\nleaf,1,mid\na2,1,nowhere\na1,2,\nghost,1,a1\n,1,\n";
        var rejected = run("all_or_nothing", file + "wide,1,,\nbelow,1,wide\n");
        assertThat(rejected.violations())
                .containsExactly(
                        "quantity:wrong_type",
                        "parent:unknown",
                        "code:repeated_row",
                        "code:unknown",
                        "code:required",
                        ":cell_count");
        assertThat(figures(rejected)).containsExactly("rejected", "10", "0", "6");
        assertThat(errors(rejected))
                .containsExactly(
                        "3,quantity,wrong_type",
                        "6,parent,unknown",
                        "7,code,repeated_row",
                        "8,code,unknown",
                        "9,code,required",
                        "10,,cell_count");
        assertThat(stored()).isEmpty();
        assertThat(keptKeys()).isEmpty();
        assertThat(errors(run("good_rows", file))).contains("4,parent,unknown", "5,parent,unknown");
        assertThat(stored()).containsExactly("a1");
    }

    @Test
    void reportsWhatItHasFoundUpToAFailure() { // P9
        var broken = run("all_or_nothing", "code,quantity,parent\na1,x,\nlow,1,high\nghost,1,\nhigh,1,\nboom,1,\n");
        assertThat(errors(broken)).containsExactly("2,quantity,wrong_type", "4,code,unknown", "6,,import_failed");
        assertThat(figures(broken)).containsExactly("rejected", "5", "0", "3");
        assertThat(stored()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongAsAProblemToWhoAsksForOne() {
        var bad = IntStream.range(0, 120).mapToObj(i -> "b" + i + ",x").collect(Collectors.joining("\n"));
        var waited = run("all_or_nothing", "code,quantity\n" + bad + "\n");
        var errors = waited.header("Location") + "/errors";
        var asked = api.with("Accept", "application/problem+json").get(errors);
        assertThat(asked.status()).as(asked.body()).isEqualTo(422);
        assertThat(asked.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(asked.json().path("violations").size()).isEqualTo(100);
        assertThat(withoutReference(asked)).isEqualTo(withoutReference(waited));
        assertThat(api.with("Accept", "application/problem+json;q=0.9, application/json;q=0.1")
                        .with("Accept-Language", "en")
                        .get(errors)
                        .json()
                        .path("detail")
                        .asString())
                .startsWith("Nothing was stored. Wrong rows: 120 of 120.");
        for (String accept : List.of("*/*", "text/csv", "application/json", "text/html, */*;q=0.8")) {
            var csv = api.with("Accept", accept).get(errors);
            assertThat(csv.status()).as(accept).isEqualTo(200);
            assertThat(csv.header("Content-Type")).as(accept).startsWith("text/csv");
        }
        var partly = run("good_rows", "code,quantity\na1,1\na3,x\n").header("Location") + "/errors";
        var problem = api.with("Accept", "application/problem+json").get(partly);
        assertThat(problem.code()).isEqualTo("imports.bad_rows");
        assertThat(problem.violations()).containsExactly("quantity:wrong_type");
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.with("Accept", "application/problem+json")
                        .get(partly)
                        .status())
                .isEqualTo(404);
    }

    private Answer run(String mode, String csv) {
        return api.with("Content-Type", "text/csv").post("/api/v1/imports?target=probes&wait=true&mode=" + mode, csv);
    }

    private List<String> errors(Answer job) {
        return api.get(job.header("Location") + "/errors")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^(\\d+,[^,]*,[^,]*),.*$", "$1"))
                .toList();
    }

    /** How the job ended, its rows, those stored and those bad. */
    private List<String> figures(Answer started) {
        var json = api.get(started.header("Location")).json();
        return List.of(
                json.path("state").asString(),
                json.path("rows").asString(),
                json.path("stored").asString(),
                json.path("bad").asString());
    }

    private List<String> stored() {
        return read("select code from engine.probe order by code");
    }

    private List<String> keptKeys() {
        return read("select digest::text from engine.import_key");
    }

    private List<String> read(String query) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(
                        status -> jdbc.sql(query).query(String.class).list()));
    }

    private static JsonNode withoutReference(Answer problem) {
        return ((ObjectNode) problem.json()).without("reference");
    }
}
