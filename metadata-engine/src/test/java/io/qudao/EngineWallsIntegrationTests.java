package io.qudao;

import static org.awaitility.Awaitility.await;

import io.qudao.approval.ApprovalOutcome.Pending;
import io.qudao.approval.ApprovalRequest;
import io.qudao.approval.Approvals;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Value;
import io.qudao.outbox.Outbox;
import io.qudao.outbox.RecordingConsumer;
import io.qudao.record.Records;
import io.qudao.search.ProbeSource;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.LeakCases;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two tenants at every endpoint of the engine. */
// T1
@HttpTest
class EngineWallsIntegrationTests {
    private static final String SECRET = "zephyrine";
    private static final String RECORDS = "/api/v1/records/visit";
    private static final String METADATA = "/api/v1/metadata";
    private static final String IMPORTS = "/api/v1/imports";
    private static final String APPROVALS = "/api/v1/approvals";
    private static final String MEMBERS = "/api/v1/members";
    private static final String REJECTED = "/api/v1/outbox/rejected";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RecordingConsumer consumer;

    @Autowired
    private ProbeSource source;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant owner;
    private Tenant stranger;
    private ApiClient admin;
    private LeakCases cases;

    @BeforeEach
    void makeTenants() {
        owner = TenantFixture.create(context);
        stranger = TenantFixture.create(context);
        admin = ApiClient.admin(context, owner);
        cases = LeakCases.of(context, Records.class);
        shape(admin, SECRET);
        shape(ApiClient.admin(context, stranger), "Visit");
    }

    @TestFactory
    Stream<DynamicTest> keepsTenantsApartAtEveryEndpoint() {
        coverRecords();
        coverMetadata();
        coverMembers();
        coverImports();
        coverApprovals();
        coverOutbox();
        coverSearch();
        cases.shows("GET /api/v1/openapi.json", api -> api.get("/api/v1/openapi.json"))
                .holdsNothing("POST /internal/tenants")
                .holdsNothing("GET /internal/tenants/{id}/members/{subject}/rights");
        return cases.tests(owner, stranger, SECRET);
    }

    private static void shape(ApiClient api, String label) {
        Publishing.publish(
                api,
                "object/visit",
                "{\"label\":{\"en\":\"%s\"}}".formatted(label),
                "field/visit.before",
                "{\"label\":{\"en\":\"Before\"},\"type\":\"lookup\",\"target\":\"visit\"}",
                "approval_process/visit.review",
                "{\"label\":{\"en\":\"Review\"},\"approverPermission\":\"visit.approve\",\"requesterMayApprove\":true}");
    }

    private void coverRecords() {
        var created = admin.post(RECORDS, "{\"name\":\"%s\"}".formatted(SECRET));
        String path = created.header("Location");
        String reference = "{\"name\":\"x\",\"before\":\"%s\"}"
                .formatted(created.json().path("id").asString());
        String object = "/api/v1/records/{object}";
        cases.shows("GET " + object, api -> api.get(RECORDS))
                .shows("POST " + object + "/query", api -> api.post(RECORDS + "/query", "{}"))
                .shows("GET " + object + "/{id}", api -> api.get(path))
                .refuses("GET " + object + "/{id}", api -> api.get(path))
                .keepsApart("POST " + object, api -> api.post(RECORDS, "{\"name\":\"x\"}"))
                .refuses("POST " + object, 400, api -> api.post(RECORDS, reference))
                .refuses(
                        "POST " + object + "/batch",
                        400,
                        api -> api.post(RECORDS + "/batch", "{\"records\":[" + reference + "]}"))
                .refuses("PATCH " + object + "/{id}", api -> versioned(api).patch(path, "{\"name\":\"x\"}"))
                .refuses("DELETE " + object + "/{id}", api -> versioned(api).delete(path))
                .refuses("POST " + object + "/{id}/restore", api -> api.post(path + "/restore", ""));
    }

    private void coverMetadata() {
        admin.put(METADATA + "/components/object/later", "{\"label\":{\"en\":\"L\"}}");
        admin.post(METADATA + "/publish", "{\"comment\":\"%s\"}".formatted(SECRET));
        admin.put(METADATA + "/components/object/" + SECRET, "{\"label\":{\"en\":\"L\"}}");
        String component = METADATA + "/components/{kind}/{name}";
        String theirs = METADATA + "/components/object/later";
        String shared = METADATA + "/components/object/visit";
        String sets = METADATA + "/change-sets";
        String set = sets + "/" + admin.get(sets).json().at("/items/0/id").asString();
        cases.keepsApart("GET " + sets, api -> api.get(sets))
                .keepsApart("POST " + sets, api -> api.post(sets, "{\"name\":\"Mine\"}"))
                .refuses("POST " + sets + "/{id}/choose", api -> api.post(set + "/choose", ""))
                .refuses(
                        "POST " + sets + "/{id}/resolve",
                        api -> api.post(set + "/resolve", "{\"kind\":\"object\",\"name\":\"later\",\"take\":\"mine\"}"))
                .refuses("DELETE " + sets + "/{id}", api -> api.delete(set))
                .refuses("POST " + component + "/rename", api -> api.post(theirs + "/rename", "{\"name\":\"sooner\"}"))
                .keepsApart(
                        "POST " + METADATA + "/grants",
                        api -> api.post(
                                METADATA + "/grants", "{\"object\":\"visit\",\"permissionSets\":[\"order_desk\"]}"))
                .refuses(
                        "GET " + METADATA + "/releases/{number}/rollback",
                        api -> api.get(METADATA + "/releases/1/rollback"))
                .keepsApart("GET " + METADATA + "/upgrade", api -> api.get(METADATA + "/upgrade"));
        coverReleases(component, theirs, shared);
    }

    private void coverReleases(String component, String theirs, String shared) {
        cases.shows("GET " + METADATA + "/components", api -> api.get(METADATA + "/components"))
                .shows("GET " + component, api -> api.get(shared))
                .refuses("GET " + component, api -> api.get(theirs))
                .shows("GET " + METADATA + "/objects", api -> api.get(METADATA + "/objects"))
                .shows("GET " + METADATA + "/objects/{name}", api -> api.get(METADATA + "/objects/visit"))
                .keepsApart(
                        "GET " + METADATA + "/objects/{name}/constraints",
                        api -> api.get(METADATA + "/objects/visit/constraints"))
                .shows("GET " + METADATA + "/draft", api -> api.get(METADATA + "/draft"))
                .shows("GET " + METADATA + "/plan", api -> api.get(METADATA + "/plan"))
                .shows("GET " + METADATA + "/releases", api -> api.get(METADATA + "/releases"))
                .keepsApart(
                        "PUT " + component + " application/json",
                        api -> api.put(shared, "{\"label\":{\"en\":\"Mine\"}}"))
                .keepsApart("POST " + METADATA + "/publish", api -> api.post(METADATA + "/publish", "{}"))
                .refuses("DELETE " + component, api -> api.delete(theirs))
                .keepsApart(
                        "POST " + METADATA + "/releases/{number}/rollback",
                        api -> api.post(METADATA + "/releases/1/rollback", ""))
                .keepsApart("DELETE " + METADATA + "/draft", api -> api.delete(METADATA + "/draft"))
                .holdsNothing("GET " + METADATA + "/schemas/{kind}");
    }

    private void coverMembers() {
        var me = admin.get("/api/v1/me").json().path("member").path("id").asString();
        var tag = admin.get(MEMBERS + "/" + me).header("ETag");
        admin.with("If-Match", tag).patch(MEMBERS + "/" + me, "{\"name\":\"%s\"}".formatted(SECRET));
        cases.shows("GET /api/v1/me", api -> api.get("/api/v1/me"))
                .shows("GET " + MEMBERS, api -> api.get(MEMBERS))
                .shows("GET " + MEMBERS + "/{id}", api -> api.get(MEMBERS + "/" + me))
                .refuses(
                        "PATCH " + MEMBERS + "/{id}",
                        api -> versioned(api).patch(MEMBERS + "/" + me, "{\"name\":\"x\"}"))
                .keepsApart(
                        "POST " + MEMBERS,
                        api -> api.post(MEMBERS, "{\"name\":\"Li\",\"email\":\"li@walls.example\"}"));
    }

    private void coverImports() {
        var csv = "code,quantity\nghost%s,1\n".formatted(SECRET);
        var job = file(admin).post(IMPORTS + "?target=probes&wait=true&mode=good_rows&fileName=" + SECRET, csv);
        String path = job.header("Location");
        cases.shows("GET " + IMPORTS, api -> api.get(IMPORTS))
                .shows("GET " + IMPORTS + "/{id}", api -> api.get(path))
                .refuses("GET " + IMPORTS + "/{id}", api -> api.get(path))
                .shows("GET " + IMPORTS + "/{id}/errors", api -> api.get(path + "/errors"))
                .refuses("POST " + IMPORTS + "/{id}/cancel", api -> api.post(path + "/cancel", ""));
        cases.keepsApart(
                "POST " + IMPORTS + " multipart/form-data",
                api -> api.with("Content-Type", "multipart/form-data; boundary=b")
                        .with("Idempotency-Key", "once")
                        .post(IMPORTS + "?target=probes&wait=true", """
                                --b\r
                                Content-Disposition: form-data; name="file"; filename="f.csv"\r
                                \r
                                code,quantity
                                a,1
                                \r
                                --b--\r
                                """));
        cases.keepsApart(
                "POST " + IMPORTS + " text/csv text/plain text/tab-separated-values application/gzip application/x-gzip"
                        + " application/octet-stream application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                api -> file(api).post(IMPORTS + "?target=probes&wait=true", "code,quantity\na,1\n"));
    }

    private void coverApprovals() {
        var facts = new Value.Fields(new LinkedHashMap<>());
        var asked = as(
                owner, () -> (Pending) approvals.start(new ApprovalRequest("visit", Ids.next(), SECRET, facts, null)));
        String path = APPROVALS + "/" + asked.approval();
        String ofRecord = APPROVALS + "/records/visit/" + admin.get(RECORDS).at("/items/0/id");
        cases.shows("GET " + APPROVALS, api -> api.get(APPROVALS))
                .shows("GET " + APPROVALS + "/records/{object}/{record}", api -> api.get(ofRecord))
                .refuses("GET " + APPROVALS + "/records/{object}/{record}", api -> api.get(ofRecord))
                .shows("GET " + APPROVALS + "/{id}", api -> api.get(path))
                .refuses("GET " + APPROVALS + "/{id}", api -> api.get(path))
                .refuses("POST " + APPROVALS + "/{id}/approve", api -> api.post(path + "/approve", ""))
                .refuses("POST " + APPROVALS + "/{id}/reject", api -> api.post(path + "/reject", "{\"reason\":\"x\"}"));
    }

    private void coverOutbox() {
        consumer.refuse(owner.id().value(), message -> true);
        as(owner, () -> {
            outbox.append(RecordingConsumer.TOPIC, SECRET, "{}");
            return SECRET;
        });
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get(REJECTED)
                        .json()
                        .path("items")
                        .path(0)
                        .path("dead")
                        .asBoolean(false));
        JsonNode letter = admin.get(REJECTED).json().path("items").path(0);
        String path = REJECTED + "/recording/"
                + letter.path("message").path("position").asLong();
        cases.shows("GET " + REJECTED, api -> api.get(REJECTED))
                .refuses("POST " + REJECTED + "/{consumer}/{position}/retry", api -> api.post(path + "/retry", ""))
                .refuses("DELETE " + REJECTED + "/{consumer}/{position}", api -> api.delete(path));
    }

    private void coverSearch() {
        UUID found = source.add(owner, SECRET);
        source.tell(owner, found);
        String search = "/api/v1/search";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get(search + "?q=" + SECRET).body().contains(found.toString()));
        cases.shows("GET " + search, api -> api.get(search + "?q=" + SECRET))
                .keepsApart("POST " + search + "/reindex", api -> api.post(search + "/reindex", ""));
    }

    private <T> T as(Tenant tenant, Supplier<T> work) {
        return TenantScope.call(Caller.platform(tenant), () -> transaction.execute(status -> work.get()));
    }

    private static ApiClient versioned(ApiClient api) {
        return api.with("If-Match", "\"1\"");
    }

    /** A file under a key that both tenants use. */
    private static ApiClient file(ApiClient api) {
        return api.with("Content-Type", "text/csv").with("Idempotency-Key", "once");
    }
}
