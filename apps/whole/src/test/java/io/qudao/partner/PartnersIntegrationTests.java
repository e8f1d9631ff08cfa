package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.testing.HttpTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class PartnersIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Partners partners;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
    }

    @Test
    void makesHeadOfficeWithTenant() {
        var root = channel.root();
        assertThat(root.code()).isEqualTo("HQ");
        assertThat(root.role()).isEqualTo(PartnerRole.HEAD_OFFICE);
        assertThat(root.name()).isEqualTo(channel.tenant().name());
        assertThat(root.tier()).isZero();
    }

    @Test
    void hangsNewPartnerBelowParentWithAccount() {
        var distributor = channel.add("D1", PartnerRole.DISTRIBUTOR, null);
        var dealer = channel.add("D1-1", PartnerRole.DEALER, distributor);
        assertThat(distributor.parent()).isEqualTo(channel.root().id());
        assertThat(List.of(distributor.tier(), dealer.tier())).containsExactly(1, 2);
        var account = channel.account(distributor, dealer);
        assertThat(account.isActive()).isTrue();
        assertThat(account.currency()).isEqualTo(channel.tenant().currency());
    }

    @Test
    void keepsVendorOutOfTree() {
        var vendor = channel.asAdmin(() -> partners.create(PartnerDraft.of("V", "Vendor", PartnerRole.VENDOR, null)));
        assertThat(vendor.parent()).isNull();
        var below = channel.asAdmin(
                () -> partners.list(Partners.Filter.below(channel.root().id()), null, 10));
        assertThat(below.items()).isEmpty();
    }

    @Test
    void findsAllBelowLikeWalkingTheTree() {
        var random = new Random(7);
        var all = new ArrayList<>(List.of(channel.root()));
        for (int number = 0; number < 60; number++) {
            all.add(channel.add("P" + number, PartnerRole.DEALER, all.get(random.nextInt(all.size()))));
        }
        for (Partner top : all) {
            assertThat(codesBelow(top)).isEqualTo(walk(top, all));
        }
    }

    @Test
    void movesSubtreeWithItsParent() {
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        var west = channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var dealer = channel.add("DEALER", PartnerRole.SUB_DISTRIBUTOR, east);
        channel.add("SHOP", PartnerRole.OUTLET, dealer);
        var group = channel.add("GROUP", PartnerRole.DEALER, west);
        var moved = channel.asAdmin(() -> partners.update(
                dealer.id(), dealer.version(), PartnerDraft.of("DEALER", "Moved", dealer.role(), group.id())));
        assertThat(moved.parent()).isEqualTo(group.id());
        assertThat(codesBelow(east)).isEmpty();
        assertThat(codesBelow(west)).containsExactlyInAnyOrder("GROUP", "DEALER", "SHOP");
        assertThat(find("SHOP").tier()).isEqualTo(4);
        assertThat(channel.account(group, moved).isActive()).isTrue();
    }

    @Test
    void refusesToMoveBelowItself() {
        var dealer = channel.add("DEALER", PartnerRole.DEALER, null);
        var shop = channel.add("SHOP", PartnerRole.OUTLET, dealer);
        assertViolations(
                () -> channel.asAdmin(() -> partners.update(
                        dealer.id(), dealer.version(), PartnerDraft.of("DEALER", "X", dealer.role(), shop.id()))),
                "parent:below_itself");
    }

    @Test
    void namesAllViolationsAtOnce() {
        var draft = new PartnerDraft(
                "with blank",
                " ",
                PartnerRole.HEAD_OFFICE,
                100,
                channel.root().id(),
                PartnerStatus.ACTIVE,
                new Address("x".repeat(201), "", "", "", "", "", ""));
        assertViolations(
                () -> channel.asAdmin(() -> partners.create(draft)),
                "code:malformed",
                "tier:out_of_range",
                "parent:not_allowed",
                "name:required",
                "address.province:too_long",
                "role:head_office_exists");
    }

    @Test
    void refusesTakenCodeAndStaleVersion() {
        var dealer = channel.add("DEALER", PartnerRole.DEALER, null);
        assertThatThrownBy(() -> channel.add("DEALER", PartnerRole.DEALER, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(PartnerProblem.PARTNER_CODE_TAKEN));
        var draft = PartnerDraft.of("DEALER", "Renamed", PartnerRole.DEALER, null);
        var renamed = channel.asAdmin(() -> partners.update(dealer.id(), dealer.version(), draft));
        assertThat(renamed.version()).isGreaterThan(dealer.version());
        assertThatThrownBy(() -> channel.asAdmin(() -> partners.update(dealer.id(), dealer.version(), draft)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void keepsPathsTrueWhileTwoMoveAndAdd() throws Exception {
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        var west = channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var dealer = channel.add("DEALER", PartnerRole.DEALER, east);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> mover = () -> {
                for (int turn = 0; turn < 10; turn++) {
                    var parent = turn % 2 == 0 ? west : east;
                    var now = find("DEALER");
                    channel.asAdmin(() -> partners.update(
                            now.id(), now.version(), PartnerDraft.of("DEALER", "D", now.role(), parent.id())));
                }
                return 10;
            };
            Callable<Integer> adder = () -> {
                for (int turn = 0; turn < 20; turn++) {
                    channel.add("SHOP" + turn, PartnerRole.OUTLET, dealer);
                }
                return 20;
            };
            for (var done : threads.invokeAll(List.of(mover, adder))) {
                assertThat(done.get()).isPositive();
            }
        }
        assertThat(codesBelow(dealer)).hasSize(20);
        assertThat(codesBelow(east)).hasSize(21);
        assertThat(codesBelow(west)).isEmpty();
    }

    @Test
    void pagesInOrderOfCode() {
        for (String code : List.of("c", "a", "b", "é", "B")) {
            channel.add(code, PartnerRole.OUTLET, null);
        }
        var codes = new ArrayList<String>();
        String cursor = null;
        do {
            String after = cursor;
            var page = channel.asAdmin(() ->
                    partners.list(Partners.Filter.childrenOf(channel.root().id()), after, 2));
            page.items().forEach(partner -> codes.add(partner.code()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(codes).containsExactly("B", "a", "b", "c", "é");
    }

    @Test
    void takesAHeadOfficeForOneInItsOwnTenantOnly() { // T1
        assertThat(channel.asAdmin(() -> partners.reach())).isInstanceOf(Reach.Everyone.class);
        var other = new ChannelFixture(context);
        var stranger = other.of(channel.root(), "partner.subtree");
        assertThat(other.as(stranger, () -> partners.reach())).isEqualTo(new Reach.These(Set.of()));
    }

    private Partner find(String code) {
        return channel.asAdmin(() -> partners.byCodes(Set.of(code)).get(code));
    }

    private Set<String> codesBelow(Partner top) {
        return channel.asAdmin(() -> partners.list(Partners.Filter.below(top.id()), null, 500)).items().stream()
                .map(Partner::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> walk(Partner top, List<Partner> all) {
        Map<PartnerId, Partner> byId = all.stream().collect(Collectors.toMap(Partner::id, Function.identity()));
        var below = new HashSet<String>();
        for (Partner partner : all) {
            for (var at = partner.parent(); at != null; at = byId.get(at).parent()) {
                if (at.equals(top.id())) {
                    below.add(partner.code());
                }
            }
        }
        return below;
    }

    private static void assertViolations(ThrowingCallable work, String... violations) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting((Violation violation) -> violation.field() + ":" + violation.code())
                                .containsExactlyInAnyOrder(violations));
    }
}
