package io.qudao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.approval.ApprovalOutcome.NotNeeded;
import io.qudao.approval.ApprovalOutcome.Pending;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One-step approval, from the entry criteria to the decision, against a process that is a component. */
@HttpTest
class ApprovalsIntegrationTests {
    private static final String APPROVALS = "/api/v1/approvals";
    private static final UUID SELLER = Ids.next();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Approvals approvals;

    @Autowired
    private DecisionListener listener;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(admin, "object/claim", "{\"label\":{\"en\":\"Claim\"},\"plural\":{\"en\":\"Claims\"}}");
        Publishing.publish(
                admin,
                "field/claim.amount",
                "{\"label\":{\"en\":\"Amount\"},\"type\":\"money\",\"precision\":18,\"scale\":2}");
        publishProcess("amount >= 100.00", "claim.approve", false);
    }

    @Test
    void asksOnlyForWhatMeetsTheCriteria() {
        assertThat(ask("99.99")).isInstanceOf(NotNeeded.class);
        assertThat(ask("100.00")).isInstanceOf(Pending.class);
        assertThat(ask(null)).isInstanceOf(NotNeeded.class);
    }

    @Test
    void asksByWhatEveryRecordHas() {
        publishProcess("version > 1 && id != null", "claim.approve", false);
        assertThat(askAt(1)).isInstanceOf(NotNeeded.class);
        assertThat(askAt(2)).isInstanceOf(Pending.class);
    }

    @Test
    void asksWhereNobodyCanSayWhetherTheCriteriaHold() {
        assertThat(askAt(1)).isInstanceOf(Pending.class);
        publishProcess("version > 1", "claim.approve", false);
        assertThat(ask("999.00")).isInstanceOf(Pending.class);
        assertThat(askAt(1)).isInstanceOf(NotNeeded.class);
    }

    @Test
    void showsWhatWaitsToThoseWhoMayDecide() {
        var record = Ids.next();
        var asked = start(caller("clerk"), record, "150.00", SELLER);
        assertThat(inbox(approver(SELLER))).containsExactly(asked);
        assertThat(inbox(approver(Ids.next()))).isEmpty();
        assertThat(inbox(caller("clerk", SELLER))).isEmpty();
        assertThat(inbox(approver(null))).isEmpty();
    }

    @Test
    void showsWhatWaitsInPages() {
        List<String> asked = IntStream.range(0, 5)
                .mapToObj(
                        i -> start(caller("clerk"), Ids.next(), "150.00", null).toString())
                .toList();
        var pages = new ArrayList<List<String>>();
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = admin.get(APPROVALS + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .json();
            var ids = page.path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString())
                    .toList();
            pages.add(ids);
            seen.addAll(ids);
            var next = page.path("next");
            cursor = next.isString() ? next.asString() : null;
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(admin.get(APPROVALS + "?cursor=bm90aGluZw").violations()).containsExactly("cursor:malformed");
    }

    @Test
    void decidesOnceAndKeepsWhoWhenAndWhy() {
        var record = Ids.next();
        var asked = start(caller("clerk"), record, "150.00", SELLER);
        var approver = approver(SELLER);
        var decided = in(approver, () -> approvals.decide(asked, Decision.APPROVE, " fits the budget "));
        assertThat(decided.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(listener.heardOf(record)).containsExactly(Decision.APPROVE);
        var entry = in(approver, () -> approvals.history("claim", record)).getFirst();
        assertThat(entry.memberName()).isEqualTo("approver");
        assertThat(entry.reason()).isEqualTo("fits the budget");
        assertThat(entry.release()).isEqualTo(decided.release()).isPositive();
        assertThatThrownBy(() -> in(approver, () -> approvals.decide(asked, Decision.REJECT, "late")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("approval.nothing_waits"));
    }

    @Test
    void refusesStrangersAndTheRequester() { // O6
        var clerk = new Caller(tenant, Ids.next(), "clerk", SELLER, Set.of("claim.approve"), Locale.ENGLISH);
        var record = Ids.next();
        var asked = start(clerk, record, "150.00", SELLER);
        assertThat(codeOf(clerk, asked)).isEqualTo("approval.own_request");
        assertThat(codeOf(approver(Ids.next()), asked)).isEqualTo("not_found");
        assertThat(codeOf(caller("other", SELLER), asked)).isEqualTo("not_found");
        assertThatThrownBy(() ->
                        in(caller("other", SELLER), () -> approvals.decide("claim", record, Decision.APPROVE, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("approval.not_an_approver"));
        assertThat(inbox(clerk)).isEmpty();
        publishProcess(null, "claim.approve", true);
        var own = start(clerk, Ids.next(), "1.00", SELLER);
        assertThat(in(clerk, () -> approvals.decide(own, Decision.APPROVE, null))
                        .state())
                .isEqualTo(ApprovalState.APPROVED);
    }

    @Test
    void finishesUnderTheReleaseItStartedWith() {
        var asked = start(caller("clerk"), Ids.next(), "150.00", SELLER);
        publishProcess("amount >= 1.00", "claim.sign", false);
        assertThat(inbox(approver(SELLER))).containsExactly(asked);
        assertThat(in(approver(SELLER), () -> approvals.decide(asked, Decision.APPROVE, null))
                        .state())
                .isEqualTo(ApprovalState.APPROVED);
        var next = start(caller("clerk"), Ids.next(), "2.00", SELLER);
        assertThat(codeOf(approver(SELLER), next)).isEqualTo("not_found");
    }

    @Test
    void undoesADecisionThatTheRecordCannotFollow() {
        var record = Ids.next();
        var asked = start(caller("clerk"), record, "150.00", SELLER);
        listener.refuse(record);
        assertThatThrownBy(() -> in(approver(SELLER), () -> approvals.decide(asked, Decision.APPROVE, null)))
                .hasMessage("The record cannot follow");
        assertThat(inbox(approver(SELLER))).containsExactly(asked);
    }

    @Test
    void voidsWhatWasDecidedWhenTheRecordChanges() { // O6
        var record = Ids.next();
        var first = start(caller("clerk"), record, "150.00", SELLER);
        var second = start(caller("clerk"), record, "160.00", SELLER);
        assertThat(inbox(approver(SELLER))).containsExactly(second);
        assertThat(in(approver(SELLER), () -> approvals.get(first)).state()).isEqualTo(ApprovalState.VOID);
        in(approver(SELLER), () -> approvals.decide("claim", record, Decision.APPROVE, null));
        in(caller("clerk"), () -> {
            approvals.withdraw("claim", record, "changed");
            return record;
        });
        assertThat(in(approver(SELLER), () -> approvals.get(second)).state()).isEqualTo(ApprovalState.VOID);
    }

    @Test
    void decidesOverRest() {
        var asked = start(caller("clerk"), Ids.next(), "150.00", null);
        var inbox = admin.get(APPROVALS).json().path("items");
        assertThat(inbox.path(0).path("id").asString()).isEqualTo(asked.toString());
        assertThat(inbox.path(0).path("state").asString()).isEqualTo("pending");
        assertThat(admin.post(APPROVALS + "/" + asked + "/reject", "").violations())
                .containsExactly("reason:required");
        var rejected = admin.post(APPROVALS + "/" + asked + "/reject", "{\"reason\":\"太贵\"}");
        assertThat(rejected.json().path("state").asString()).as(rejected.body()).isEqualTo("rejected");
        var course = admin.get(APPROVALS + "/" + asked).json();
        assertThat(course.path("decisions").path(0).path("reason").asString()).isEqualTo("太贵");
        assertThat(admin.post(APPROVALS + "/" + asked + "/approve", "").status())
                .isEqualTo(409);
        assertThat(admin.post(APPROVALS + "/" + Ids.next() + "/approve", "").status())
                .isEqualTo(404);
    }

    @Test
    void keepsTenantsApart() { // T1
        var asked = start(caller("clerk"), Ids.next(), "150.00", null);
        var stranger = ApiClient.admin(context, TenantFixture.create(context));
        assertThat(stranger.get(APPROVALS).json().path("items").size()).isZero();
        assertThat(stranger.get(APPROVALS + "/" + asked).status()).isEqualTo(404);
        assertThat(stranger.post(APPROVALS + "/" + asked + "/approve", "").status())
                .isEqualTo(404);
        assertThat(stranger.post(APPROVALS + "/" + asked + "/reject", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(APPROVALS).json().path("items").size()).isEqualTo(1);
    }

    private void publishProcess(@Nullable String entry, String permission, boolean own) {
        String criteria = entry == null ? "" : "\"entry\":\"" + entry + "\",";
        Publishing.publish(
                admin,
                "approval_process/claim.review",
                "{\"label\":{\"en\":\"Review\"},%s\"approverPermission\":\"%s\",\"requesterMayApprove\":%s}"
                        .formatted(criteria, permission, own));
    }

    private ApprovalOutcome ask(@Nullable String amount) {
        return in(caller("clerk"), () -> approvals.start(request(Ids.next(), amount, null)));
    }

    private ApprovalOutcome askAt(long version) {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("version", Value.of(version));
        var request = new ApprovalRequest("claim", Ids.next(), "Claim", new Value.Fields(facts), null);
        return in(caller("clerk"), () -> approvals.start(request));
    }

    private UUID start(Caller caller, UUID record, String amount, @Nullable UUID partner) {
        var outcome = in(caller, () -> approvals.start(request(record, amount, partner)));
        return ((Pending) outcome).approval();
    }

    private static ApprovalRequest request(UUID record, @Nullable String amount, @Nullable UUID partner) {
        var facts = new LinkedHashMap<String, Value>();
        facts.put("amount", amount == null ? Value.none() : Value.of(Money.of(amount, CurrencyCode.CNY)));
        return new ApprovalRequest("claim", record, "Claim of " + amount, new Value.Fields(facts), partner);
    }

    private String codeOf(Caller caller, UUID asked) {
        try {
            in(caller, () -> approvals.decide(asked, Decision.APPROVE, null));
            return "decided";
        } catch (ProblemException problem) {
            return problem.problem().code();
        }
    }

    private List<UUID> inbox(Caller caller) {
        return in(caller, () -> approvals.inbox(null, 10)).items().stream()
                .map(Approval::id)
                .toList();
    }

    private Caller approver(@Nullable UUID partner) {
        return new Caller(tenant, Ids.next(), "approver", partner, Set.of("claim.approve"), Locale.ENGLISH);
    }

    private Caller caller(String name) {
        return caller(name, null);
    }

    private Caller caller(String name, @Nullable UUID partner) {
        return new Caller(tenant, Ids.next(), name, partner, Set.of(), Locale.ENGLISH);
    }

    private static <T> T in(Caller caller, Supplier<T> work) {
        return TenantScope.call(caller, work::get);
    }
}
