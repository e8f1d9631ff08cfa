package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.ProblemException;
import io.qudao.tenancy.Caller;
import io.qudao.testing.HttpTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** HQ sells to EAST and WEST; EAST to DEALER, that one to SHOP; WEST to RIVAL. */
@HttpTest
class TierIsolationIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Partners partners;

    @Autowired
    private TradingAccounts accounts;

    private ChannelFixture channel;
    private Partner east;
    private Partner west;
    private Partner dealer;
    private Partner shop;
    private Partner rival;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
        east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        west = channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        dealer = channel.add("DEALER", PartnerRole.DEALER, east);
        shop = channel.add("SHOP", PartnerRole.OUTLET, dealer);
        rival = channel.add("RIVAL", PartnerRole.DEALER, west);
    }

    @Test
    void showsPartnersThatOneTradesWith() { // T2
        assertThat(seenBy(channel.of(dealer, "partner.read"))).containsExactlyInAnyOrder("DEALER", "EAST", "SHOP");
        assertThat(seenBy(channel.of(east, "partner.read"))).containsExactlyInAnyOrder("EAST", "HQ", "DEALER");
        assertThat(seenBy(channel.of(shop, "partner.read"))).containsExactlyInAnyOrder("SHOP", "DEALER");
    }

    @Test
    void showsSubtreeWithTheRightForIt() { // T2
        assertThat(seenBy(channel.of(east, "partner.read", "partner.subtree")))
                .containsExactlyInAnyOrder("EAST", "HQ", "DEALER", "SHOP");
        assertThat(seenBy(channel.of(channel.root(), "partner.read", "partner.subtree")))
                .containsExactlyInAnyOrder("HQ", "EAST", "WEST", "DEALER", "SHOP", "RIVAL");
    }

    @Test
    void showsNobodyToMemberWithoutPartner() { // T2
        var nobody = new Caller(
                channel.tenant(),
                new java.util.UUID(1, 1),
                "Nobody",
                null,
                Set.of("*"),
                channel.tenant().locale());
        assertThat(seenBy(nobody)).isEmpty();
        assertThat(channel.as(nobody, () -> partners.reach())).isEqualTo(new Reach.These(Set.of()));
    }

    @Test
    void reachesOwnBusinessOnly() { // T2
        assertThat(channel.as(channel.of(east), partners::reach)).isEqualTo(new Reach.These(Set.of(east.id())));
        assertThat(channel.as(channel.of(east, "partner.subtree"), partners::reach))
                .isEqualTo(new Reach.These(Set.of(east.id(), dealer.id(), shop.id())));
        assertThat(channel.as(channel.admin(), partners::reach)).isEqualTo(new Reach.Everyone());
    }

    @Test
    void showsAccountsToTheirTwoSides() { // T2
        var account = channel.account(dealer, shop);
        assertThat(Stream.of(dealer, shop, east, rival)
                        .map(partner -> channel.as(channel.of(partner), () -> accounts.find(account.id()))
                                .isPresent()))
                .containsExactly(true, true, false, false);
        assertThat(channel.as(channel.of(east, "partner.subtree"), () -> accounts.find(account.id())))
                .isPresent();
        assertThat(channel.as(channel.of(rival, "partner.read"), () -> accounts.ofSeller(west.id(), null, 10))
                        .items())
                .extracting(TradingAccount::buyer)
                .containsExactly(rival.id());
    }

    @Test
    void refusesToKeepPartnersOfOthers() { // T2
        var draft = PartnerDraft.of("NEW", "New", PartnerRole.OUTLET, west.id());
        assertThatThrownBy(() -> channel.as(channel.of(east, "partner.edit"), () -> partners.create(draft)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parent");
        assertThatThrownBy(() -> channel.as(
                        channel.of(dealer, "partner.edit"),
                        () -> partners.update(
                                east.id(),
                                east.version(),
                                PartnerDraft.of("EAST", "Mine", PartnerRole.DISTRIBUTOR, null))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> channel.as(channel.of(east), () -> partners.create(draft)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("partner.edit");
    }

    @Test
    void letsDistributorKeepItsOwnCustomers() {
        var created = channel.as(
                channel.of(east, "partner.edit"),
                () -> partners.create(PartnerDraft.of("NEW", "New", PartnerRole.OUTLET, east.id())));
        var renamed = channel.as(
                channel.of(east, "partner.edit"),
                () -> partners.update(
                        created.id(),
                        created.version(),
                        PartnerDraft.of("NEW", "Renamed", PartnerRole.OUTLET, east.id())));
        assertThat(renamed.name()).isEqualTo("Renamed");
    }

    @Test
    void showsNothingOfAnotherTenant() { // T2
        var other = new ChannelFixture(context);
        var stranger = other.admin();
        assertThat(other.as(stranger, () -> partners.find(east.id()))).isEmpty();
        assertThat(other.as(stranger, () -> partners.byIds(List.of(east.id(), west.id()))))
                .isEmpty();
        assertThat(other.as(stranger, () -> partners.byCodes(Set.of("EAST")))).isEmpty();
        assertThat(other.as(
                                stranger,
                                () -> partners.list(
                                        Partners.Filter.below(channel.root().id()), null, 10))
                        .items())
                .isEmpty();
        var account = channel.account(east, dealer);
        assertThat(other.as(stranger, () -> accounts.find(account.id()))).isEmpty();
        assertThat(other.as(stranger, () -> accounts.ofBuyer(dealer.id()))).isEmpty();
        assertThatThrownBy(() -> other.as(
                        stranger,
                        () -> partners.update(
                                east.id(),
                                east.version(),
                                PartnerDraft.of("EAST", "Stolen", PartnerRole.DISTRIBUTOR, null))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.as(
                        stranger,
                        () -> accounts.open(new TradingAccounts.NewAccount(
                                other.root().id(), east.id(), other.tenant().currency(), TradingAccounts.Terms.NONE))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("buyer");
    }

    private Set<String> seenBy(Caller caller) {
        return channel.as(caller, () -> partners.list(Partners.Filter.ALL, null, 100)).items().stream()
                .map(Partner::code)
                .collect(Collectors.toSet());
    }
}
