package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.partner.TradingAccounts.NewAccount;
import io.qudao.partner.TradingAccounts.Terms;
import io.qudao.testing.HttpTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class TradingAccountsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private TradingAccounts accounts;

    private ChannelFixture channel;
    private Partner vendor;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
        vendor = channel.asAdmin(
                () -> channel.partners().create(PartnerDraft.of("V", "Vendor", PartnerRole.VENDOR, null)));
    }

    @Test
    void letsVendorSellByExplicitAccount() {
        var terms = new Terms("A", List.of("330000", "330100"), AccountStatus.ACTIVE);
        var opened = channel.asAdmin(() -> accounts.open(newAccount(terms)));
        assertThat(opened.priceGroup()).isEqualTo("A");
        assertThat(opened.regions()).containsExactly("330000", "330100");
        assertThat(channel.asAdmin(() -> accounts.ofBuyer(channel.root().id()))).containsExactly(opened);
        assertThat(channel.asAdmin(() -> accounts.byIds(List.of(opened.id())))).containsEntry(opened.id(), opened);
    }

    @Test
    void refusesSecondAccountOfTheSameThree() {
        channel.asAdmin(() -> accounts.open(newAccount(Terms.NONE)));
        assertThatThrownBy(() -> channel.asAdmin(() -> accounts.open(newAccount(Terms.NONE))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(PartnerProblem.ACCOUNT_EXISTS));
    }

    @Test
    void changesTermsAtTheVersionRead() {
        var opened = channel.asAdmin(() -> accounts.open(newAccount(Terms.NONE)));
        var terms = new Terms("B", List.of(), AccountStatus.SUSPENDED);
        var changed = channel.asAdmin(() -> accounts.update(opened.id(), opened.version(), terms));
        assertThat(changed.isActive()).isFalse();
        assertThat(changed.priceGroup()).isEqualTo("B");
        assertThatThrownBy(() -> channel.asAdmin(() -> accounts.update(opened.id(), opened.version(), terms)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void refusesAccountWithItself() {
        var root = channel.root().id();
        assertThatThrownBy(() ->
                        channel.asAdmin(() -> accounts.open(new NewAccount(root, root, CurrencyCode.CNY, Terms.NONE))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("same_as");
    }

    @Test
    void letsOnlyTheSellerSetTerms() {
        var shop = channel.add("SHOP", PartnerRole.OUTLET, null);
        var account = channel.account(channel.root(), shop);
        assertThatThrownBy(() -> channel.as(
                        channel.of(shop, "partner.edit"),
                        () -> accounts.update(account.id(), account.version(), Terms.NONE)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.FORBIDDEN));
    }

    private NewAccount newAccount(Terms terms) {
        return new NewAccount(vendor.id(), channel.root().id(), CurrencyCode.CNY, terms);
    }
}
