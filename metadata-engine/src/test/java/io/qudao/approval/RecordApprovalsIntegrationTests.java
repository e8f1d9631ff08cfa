package io.qudao.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Processes that start by changes of records, whichever way they are written. */
@HttpTest
class RecordApprovalsIntegrationTests {
    private static final String CLAIMS = "/api/v1/records/claim";
    private static final String APPROVALS = "/api/v1/approvals";

    @Autowired
    private ApplicationContext context;

    private Tenant tenant;
    private ApiClient admin;
    private ApiClient clerk;
    private ApiClient approver;

    @BeforeEach
    void publishClaims() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/claim",
                "{\"label\":{\"en\":\"Claim\"},\"plural\":{\"en\":\"Claims\"}}",
                "field/claim.amount",
                "{\"label\":{\"en\":\"Amount\"},\"type\":\"decimal\",\"precision\":18,\"scale\":2}",
                "field/claim.region",
                "{\"label\":{\"en\":\"Region\"},\"type\":\"text\",\"length\":20}",
                "field/claim.note",
                "{\"label\":{\"en\":\"Note\"},\"type\":\"text\",\"length\":200}",
                "approval_process/claim.large",
                process("amount >= 100.00", "claim.approve"),
                "permission_set/clerk",
                "{\"label\":{\"en\":\"Clerk\"},\"objects\":{\"claim\":"
                        + "{\"create\":true,\"read\":true,\"update\":true,\"delete\":true,\"rows\":\"all\"}}}",
                "permission_set/approver",
                "{\"label\":{\"en\":\"Approver\"},\"permissions\":[\"claim.approve\"],\"objects\":{\"claim\":"
                        + "{\"read\":true,\"update\":true,\"rows\":\"all\"}}}",
                "permission_set/chief",
                "{\"label\":{\"en\":\"Chief\"},\"permissions\":[\"claim.approve\"],\"objects\":{\"claim\":"
                        + "{\"create\":true,\"read\":true,\"update\":true,\"rows\":\"all\"}}}",
                "permission_set/reader",
                "{\"label\":{\"en\":\"Reader\"},\"objects\":{\"claim\":{\"read\":true,\"rows\":\"all\"}}}",
                "permission_set/narrow",
                "{\"label\":{\"en\":\"Narrow\"},\"permissions\":[\"claim.approve\"],\"objects\":{\"claim\":"
                        + "{\"read\":true,\"rows\":\"own\"}}}");
        clerk = member("clerk@one.example", "clerk");
        approver = member("approver@one.example", "approver");
    }

    @Test
    void startsWhenAChangeMakesTheConditionTrue() {
        var claim = create("{\"name\":\"Trip\",\"amount\":99.99}");
        assertThat(inbox(approver)).isEmpty();
        change(claim, "{\"note\":\"by train\"}");
        assertThat(inbox(approver)).isEmpty();
        change(claim, "{\"amount\":100}");
        assertThat(inbox(approver)).containsExactly("Trip large");
        assertThat(approvals(claim)).containsExactly("large pending");
    }

    @Test
    void startsWhenARecordIsMadeThatMeetsTheCondition() {
        create("{\"name\":\"Trip\",\"amount\":250}");
        create("{\"name\":\"Lunch\"}");
        assertThat(inbox(approver)).containsExactly("Trip large");
        assertThat(inbox(clerk)).isEmpty();
    }

    @Test
    void takesTheMostSpecificThatApplies() {
        Publishing.publish(
                admin, "approval_process/claim.north", process("amount >= 50.00 && region == 'N'", "claim.approve"));
        create("{\"name\":\"Near\",\"amount\":250,\"region\":\"S\"}");
        var far = create("{\"name\":\"Far\",\"amount\":250,\"region\":\"N\"}");
        assertThat(inbox(approver)).containsExactly("Near large", "Far north");
        change(far, "{\"region\":\"S\"}");
        assertThat(approvals(far)).containsExactly("north void", "large pending");
    }

    @Test
    void asksAnewWhenARecordChangesThatWaitsOrWasRefused() { // O6
        var claim = create("{\"name\":\"Trip\",\"amount\":250}");
        change(claim, "{\"note\":\"first class\"}");
        assertThat(approvals(claim)).containsExactly("large void", "large pending");
        decide(claim, "reject", "{\"reason\":\"too dear\"}");
        change(claim, "{\"note\":\"second class\"}");
        assertThat(approvals(claim)).containsExactly("large void", "large rejected", "large pending");
        assertThat(inbox(approver)).containsExactly("Trip large");
    }

    @Test
    void keepsWhatWasApprovedUntilWhatItWasJudgedByChanges() { // O6
        var claim = create("{\"name\":\"Trip\",\"amount\":250}");
        decide(claim, "approve", "");
        change(claim, "{\"note\":\"paid in cash\"}");
        assertThat(approvals(claim)).containsExactly("large approved");
        change(claim, "{\"amount\":260}");
        assertThat(approvals(claim)).containsExactly("large void", "large pending");
    }

    @Test
    void asksNobodyAnyMoreWhenNoProcessApplies() {
        var smaller = create("{\"name\":\"Trip\",\"amount\":250}");
        change(smaller, "{\"amount\":10}");
        assertThat(approvals(smaller)).containsExactly("large void");
        var deleted = create("{\"name\":\"Taxi\",\"amount\":250}");
        assertThat(clerk.with("If-Match", "\"1\"")
                        .delete(CLAIMS + "/" + deleted)
                        .status())
                .isEqualTo(204);
        assertThat(inbox(approver)).isEmpty();
        assertThat(clerk.post(CLAIMS + "/" + deleted + "/restore", "").status()).isEqualTo(200);
        assertThat(approvals(deleted)).containsExactly("large void", "large pending");
    }

    @Test
    void leavesRecordsFromBeforeTheProcessAlone() {
        var claim = create("{\"name\":\"Trip\",\"amount\":60}");
        Publishing.publish(admin, "approval_process/claim.large", process("amount >= 50.00", "claim.approve"));
        change(claim, "{\"note\":\"an old one\"}");
        assertThat(approvals(claim)).isEmpty();
    }

    @Test
    void startsForEachRecordOfABatch() {
        var batch = IntStream.range(0, 600)
                .mapToObj(number -> "{\"name\":\"C%d\",\"amount\":%d}".formatted(number, number))
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
        assertThat(clerk.post(CLAIMS + "/batch", batch).status()).isEqualTo(201);
        assertThat(inbox(approver)).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void undoesTheStartWithTheChange() {
        var refused = clerk.post(
                CLAIMS + "/batch", "{\"records\":[{\"name\":\"A\",\"amount\":250},{\"name\":\"B\",\"amount\":\"x\"}]}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(inbox(approver)).isEmpty();
    }

    @Test
    void tellsOnlyThoseWhoMayReadTheRecord() {
        var narrow = member("narrow@one.example", "narrow");
        var claim = create("{\"name\":\"Secret trip\",\"amount\":250}");
        var id = approver.get(APPROVALS).at("/items/0/id");
        assertThat(narrow.get(APPROVALS).body()).doesNotContain("Secret");
        assertThat(narrow.get(APPROVALS + "/" + id).status()).isEqualTo(404);
        assertThat(narrow.post(APPROVALS + "/" + id + "/approve", "").status()).isEqualTo(404);
        assertThat(narrow.get(APPROVALS + "/records/claim/" + claim).status()).isEqualTo(404);
        change(claim, "{\"name\":\"Open trip\"}");
        assertThat(inbox(approver)).containsExactly("Open trip large");
    }

    @Test
    void showsAnApprovalByBothAddressesOrByNone() {
        var reader = member("reader@one.example", "reader");
        var narrow = member("narrow@one.example", "narrow");
        var claim = create("{\"name\":\"Trip\",\"amount\":250}");
        var id = approver.get(APPROVALS).at("/items/0/id");
        for (ApiClient client : List.of(clerk, approver, reader)) {
            assertThat(client.get(APPROVALS + "/records/claim/" + claim).at("/items/0/approval/id"))
                    .isEqualTo(id);
            assertThat(client.get(APPROVALS + "/" + id).at("/approval/title")).isEqualTo("Trip");
        }
        assertThat(narrow.get(APPROVALS + "/records/claim/" + claim).status()).isEqualTo(404);
        assertThat(narrow.get(APPROVALS + "/" + id).status()).isEqualTo(404);
        assertThat(reader.get(APPROVALS).json().path("items")).isEmpty();
        assertThat(reader.post(APPROVALS + "/" + id + "/approve", "").status()).isEqualTo(404);
    }

    @Test
    void letsNobodyDecideWhatTheyChangedThemselves() { // O6
        var claim = create("{\"name\":\"Trip\",\"amount\":250}");
        var etag = approver.get(CLAIMS + "/" + claim).header("ETag");
        assertThat(approver.with("If-Match", etag)
                        .patch(CLAIMS + "/" + claim, "{\"amount\":150}")
                        .status())
                .isEqualTo(200);
        assertThat(inbox(approver)).isEmpty();
        assertThat(inbox(admin)).containsExactly("Trip large");
    }

    @Test
    void letsNobodyDecideWhatTheyMadeAfterAnotherTouchedIt() { // O6
        var chief = member("chief@one.example", "chief");
        var made = chief.post(CLAIMS, "{\"name\":\"Trip\",\"amount\":250}").at("/id");
        change(made, "{\"note\":\"by train\"}");
        assertThat(inbox(chief)).isEmpty();
        refuse(chief, made);
        assertThat(inbox(approver)).containsExactly("Trip large");
        decide(made, "approve", "{}");
    }

    @Test
    void letsNobodyDecideWhatTheyRaisedBeforeItWasAsked() { // O6
        var chief = member("chief@one.example", "chief");
        var raised = create("{\"name\":\"Trip\",\"amount\":10}");
        change(chief, raised, "{\"amount\":90}");
        change(raised, "{\"amount\":120}");
        refuse(chief, raised);
        change(raised, "{\"note\":\"by train\"}");
        refuse(chief, raised);
    }

    @Test
    void countsAuthorsThroughTheRecycleBinAndARefusal() { // O6
        var chief = member("chief@one.example", "chief");
        var claim = chief.post(CLAIMS, "{\"name\":\"Trip\",\"amount\":250}").at("/id");
        var etag = clerk.get(CLAIMS + "/" + claim).header("ETag");
        assertThat(clerk.with("If-Match", etag).delete(CLAIMS + "/" + claim).status())
                .isEqualTo(204);
        assertThat(clerk.post(CLAIMS + "/" + claim + "/restore", "").status()).isEqualTo(200);
        refuse(chief, claim);
        decide(claim, "reject", "{\"reason\":\"no\"}");
        change(claim, "{\"note\":\"by train\"}");
        refuse(chief, claim);
    }

    @Test
    void beginsAnewOnceGranted() { // O6
        var chief = member("chief@one.example", "chief");
        var claim = chief.post(CLAIMS, "{\"name\":\"Trip\",\"amount\":250}").at("/id");
        decide(claim, "approve", "{}");
        change(claim, "{\"amount\":300}");
        assertThat(inbox(chief)).containsExactly("Trip large");
        assertThat(chief.post(APPROVALS + "/" + waiting(claim) + "/approve", "{}")
                        .status())
                .isEqualTo(200);
        change(chief, claim, "{\"note\":\"by train\"}");
        change(claim, "{\"amount\":350}");
        refuse(chief, claim);
        assertThat(inbox(approver)).containsExactly("Trip large");
    }

    @Test
    void asksByTheVersionToo() {
        Publishing.publish(admin, "approval_process/claim.large", process("version > 1", "claim.approve"));
        var claim = create("{\"name\":\"Trip\"}");
        assertThat(approvals(claim)).isEmpty();
        change(claim, "{\"note\":\"again\"}");
        assertThat(approvals(claim)).containsExactly("large pending");
    }

    private static String process(String entry, String permission) {
        return "{\"label\":{\"en\":\"Review\"},\"entry\":\"%s\",\"approverPermission\":\"%s\"}"
                .formatted(entry, permission);
    }

    private String create(String claim) {
        var created = clerk.post(CLAIMS, claim);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.at("/id");
    }

    private void change(String claim, String values) {
        change(clerk, claim, values);
    }

    private static void change(ApiClient by, String claim, String values) {
        var etag = by.get(CLAIMS + "/" + claim).header("ETag");
        Answer changed = by.with("If-Match", etag).patch(CLAIMS + "/" + claim, values);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private void decide(String claim, String decision, String body) {
        var decided = approver.post(APPROVALS + "/" + waiting(claim) + "/" + decision, body);
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    private void refuse(ApiClient by, String claim) {
        assertThat(by.post(APPROVALS + "/" + waiting(claim) + "/approve", "{}").code())
                .isEqualTo("approval.own_request");
    }

    private String waiting(String claim) {
        return admin.get(APPROVALS)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("record").asString().equals(claim))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Each with its title and its process. */
    private static List<String> inbox(ApiClient client) {
        return client.get(APPROVALS + "?limit=500")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString() + " "
                        + item.path("process").asString())
                .toList();
    }

    /** Each with its process and its state. */
    private List<String> approvals(String claim) {
        return clerk.get(APPROVALS + "/records/claim/" + claim)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("approval"))
                .map(RecordApprovalsIntegrationTests::standing)
                .toList();
    }

    private static String standing(JsonNode approval) {
        return approval.path("process").asString() + " "
                + approval.path("state").asString();
    }

    private ApiClient member(String email, String set) {
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(email, set));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }
}
