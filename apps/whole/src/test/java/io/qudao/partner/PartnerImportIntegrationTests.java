package io.qudao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.imports.ImportFixture;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.testing.HttpTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@HttpTest
class PartnerImportIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Limits limits;

    private ChannelFixture channel;

    @BeforeEach
    void makeChannel() {
        channel = new ChannelFixture(context);
        limits.heard.clear();
    }

    @AfterEach
    void refuseNoMore() {
        limits.refuses = false;
    }

    @Test
    void importsTreeInAnyOrderOfItsRows() {
        assertThat(partners(
                        "code,name,role,parent_code,city",
                        "SHOP,Shop,outlet,DEALER,",
                        "DEALER,Dealer,dealer,EAST,",
                        "EAST,East,distributor,,杭州",
                        "V1,Vendor,vendor,,"))
                .isEmpty();
        assertThat(codesBelow("EAST")).containsExactly("DEALER", "SHOP");
        assertThat(find("EAST").parent()).isEqualTo(channel.root().id());
        assertThat(find("EAST").address().city()).isEqualTo("杭州");
        assertThat(find("V1").parent()).isNull();
        assertThat(find("SHOP").tier()).isEqualTo(3);
        assertThat(channel.account(find("DEALER"), find("SHOP")).isActive()).isTrue();
    }

    @Test
    void updatesByCodeAndKeepsWhatTheFileLeavesOut() {
        partners("code,name,role,city,phone", "A,Alpha,dealer,杭州,123", "B,Beta,outlet,,");
        assertThat(partners("code,city,status", "A,宁波,inactive")).isEmpty();
        var changed = find("A");
        assertThat(changed.name()).isEqualTo("Alpha");
        assertThat(changed.address().city()).isEqualTo("宁波");
        assertThat(changed.address().phone()).isEqualTo("123");
        assertThat(changed.isActive()).isFalse();
        assertThat(partners("code,status", "A,active")).isEmpty();
        assertThat(partners("code,parent_code", "B,A")).isEmpty();
        assertThat(codesBelow("A")).containsExactly("B");
    }

    @Test
    void hangsNobodyBelowAnInactivePartnerAndOpensItNoAccount() {
        partners("code,name,role,status", "A,Alpha,dealer,", "B,Beta,outlet,", "C,Gone,dealer,inactive");
        assertThat(partners("code,name,role,parent_code", "N,New,outlet,C", "B,Beta,outlet,C"))
                .containsExactlyInAnyOrder("2:parent_code:inactive", "3:parent_code:inactive");
        assertThat(accounts("seller_code,buyer_code", "A,C", "C,B", "A,B"))
                .containsExactlyInAnyOrder("2:buyer_code:inactive", "3:seller_code:inactive");
    }

    @Test
    void reportsBadRowsAndStoresTheOthers() {
        assertThat(partners(
                        "code,name,role,parent_code,tier",
                        ",No code,outlet,,",
                        "K,King,king,,",
                        "T,Tier,outlet,,1000",
                        "N,,outlet,,",
                        "P,Orphan,outlet,NOBODY,",
                        "G,Good,outlet,,",
                        "G,Twice,outlet,,",
                        "X,Loop,dealer,Y,",
                        "Y,Loop,dealer,X,",
                        "HQ,HQ,outlet,,",
                        "W,Below vendor,outlet,V,",
                        "V,Vendor,vendor,,"))
                .containsExactlyInAnyOrder(
                        "2:code:required",
                        "3:role:not_one_of",
                        "4:tier:out_of_range",
                        "5:name:required",
                        "6:parent_code:unknown",
                        "8:code:repeated_row",
                        "9:parent_code:unknown",
                        "10:parent_code:unknown",
                        "11:role:fixed",
                        "12:parent_code:not_allowed");
        assertThat(find("G").name()).isEqualTo("Good");
    }

    @Test
    void refusesARepeatedCodeAndARepeatedTradeInEveryChunk() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        for (int chunk : new int[] {1, 2, 3}) {
            assertThat(new ImportFixture(context, "partners")
                            .inChunksOf(chunk)
                            .run(
                                    channel,
                                    channel.admin(),
                                    "code,name,role",
                                    "R,First " + chunk + ",outlet",
                                    "Q,Other,outlet",
                                    "R,Later,outlet"))
                    .containsExactly("4:code:repeated_row");
            assertThat(find("R").name()).isEqualTo("First " + chunk);
            assertThat(new ImportFixture(context, "accounts")
                            .inChunksOf(chunk)
                            .run(
                                    channel,
                                    channel.admin(),
                                    "seller_code,buyer_code,price_group",
                                    ",EAST,G" + chunk,
                                    ",R,G",
                                    "HQ,EAST,LATER"))
                    .containsExactly("4:buyer_code:repeated_row");
            assertThat(channel.account(channel.root(), find("EAST")).priceGroup())
                    .isEqualTo("G" + chunk);
        }
    }

    @Test
    void keepsToTheReachOfWhoImports() { // T2
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var importer = new ImportFixture(context, "partners");
        assertThat(importer.run(
                        channel,
                        channel.of(east, "partner.edit"),
                        "code,name,role,parent_code",
                        "S1,Mine,outlet,EAST",
                        "S2,Theirs,outlet,WEST",
                        "S3,Everyone's,outlet,",
                        "WEST,Stolen,distributor,",
                        "V,Vendor,vendor,"))
                .containsExactlyInAnyOrder(
                        "3:parent_code:not_yours",
                        "4:parent_code:not_yours",
                        "5:code:not_yours",
                        "6:parent_code:not_yours");
        assertThat(find("WEST").name()).isEqualTo("Partner WEST");
    }

    @Test
    void importsAccountsAndPassesLimitsOn() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.asAdmin(() -> channel.partners().create(PartnerDraft.of("V", "V", PartnerRole.VENDOR, null)));
        assertThat(accounts(
                        "seller_code,buyer_code,currency,price_group,regions,status,credit_limit",
                        ",EAST,,A,330000;330100,,5000.50",
                        "V,HQ,USD,,,suspended,"))
                .isEmpty();
        var account = channel.account(channel.root(), find("EAST"));
        assertThat(account.priceGroup()).isEqualTo("A");
        assertThat(account.regions()).containsExactly("330000", "330100");
        assertThat(limits.heard).singleElement().satisfies(limit -> {
            assertThat(limit.account()).isEqualTo(account.id());
            assertThat(limit.limit().amount()).isEqualByComparingTo("5000.50");
        });
        assertThat(accounts("buyer_code,credit_limit", "EAST,9")).isEmpty();
        assertThat(channel.account(channel.root(), find("EAST")).priceGroup()).isEqualTo("A");
    }

    @Test
    void reportsBadAccounts() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        assertThat(accounts(
                        "seller_code,buyer_code,currency,credit_limit",
                        ",,,",
                        ",EAST,XXY,",
                        ",EAST,,-1",
                        ",NOBODY,,",
                        "NOBODY,EAST,,",
                        ",HQ,,",
                        ",EAST,,1.001",
                        ",EAST,USD,1",
                        ",EAST,USD,1"))
                .containsExactlyInAnyOrder(
                        "2:buyer_code:required",
                        "3:currency:unknown",
                        "4:credit_limit:too_small",
                        "5:buyer_code:unknown",
                        "6:seller_code:unknown",
                        "7:buyer_code:same_as",
                        "8:credit_limit:too_many_digits",
                        "10:buyer_code:repeated_row");
    }

    @Test
    void checksAccountsAsTheApiDoes() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        var before = channel.account(channel.root(), find("EAST"));
        assertThat(accounts(
                        "buyer_code,currency,regions,credit_limit",
                        "EAST,,,100000000000000",
                        "EAST,USD,330000;;330100,",
                        "EAST,EUR,1;2;3;4;5;6;7;8;9,",
                        "EAST,GBP," + "3".repeat(65) + ",",
                        "EAST,JPY,,0.5"))
                .containsExactlyInAnyOrder(
                        "2:credit_limit:out_of_range",
                        "3:regions:required",
                        "4:regions:too_many",
                        "5:regions:too_long",
                        "6:credit_limit:too_many_digits");
        assertThat(limits.heard).isEmpty();
        assertThat(channel.account(channel.root(), find("EAST"))).isEqualTo(before);
    }

    @Test
    void opensNoAccountForAnInactivePartnerThatNamesNoSeller() {
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("SHOP", PartnerRole.OUTLET, east);
        partners("code,status", "EAST,inactive");
        var clerk = channel.of(east, "partner.edit", "partner.subtree");
        assertThat(new ImportFixture(context, "accounts").run(channel, clerk, "buyer_code,currency", "SHOP,USD"))
                .containsExactly("2:seller_code:inactive");
    }

    @Test
    void movesAPartnerAndItsParentInOneFile() {
        var east = channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        channel.add("SHOP", PartnerRole.OUTLET, channel.add("DEALER", PartnerRole.DEALER, east));
        assertThat(partners("code,parent_code", "DEALER,HQ", "SHOP,WEST")).isEmpty();
        assertThat(List.of(find("DEALER").tier(), find("SHOP").tier())).containsExactly(1, 2);
        assertThat(codesBelow("WEST")).containsExactly("SHOP");
    }

    @Test
    void givesCreditOnlyByThoseWhoMay() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("WEST", PartnerRole.DISTRIBUTOR, null);
        var clerk = channel.of(channel.root(), "partner.edit", "partner.subtree");
        assertThat(new ImportFixture(context, "accounts")
                        .run(channel, clerk, "buyer_code,price_group,credit_limit", "EAST,A,1000000", "WEST,B,"))
                .containsExactly("2:credit_limit:permission_missing");
        assertThat(limits.heard).isEmpty();
        assertThat(channel.account(channel.root(), find("EAST")).priceGroup()).isNull();
        assertThat(channel.account(channel.root(), find("WEST")).priceGroup()).isEqualTo("B");
    }

    @Test
    void passesOnARefusalThatNamesNoCell() {
        channel.add("EAST", PartnerRole.DISTRIBUTOR, null);
        channel.add("SHOP", PartnerRole.OUTLET, null);
        limits.refuses = true;
        assertThatThrownBy(() -> partners("code,parent_code", "SHOP,EAST")).isInstanceOf(ProblemException.class);
        assertThat(find("SHOP").parent()).isEqualTo(channel.root().id());
    }

    private List<String> partners(String... lines) {
        return new ImportFixture(context, "partners").run(channel, channel.admin(), lines);
    }

    private List<String> accounts(String... lines) {
        return new ImportFixture(context, "accounts").run(channel, channel.admin(), lines);
    }

    private Partner find(String code) {
        return channel.asAdmin(() -> channel.partners().byCodes(Set.of(code)).get(code));
    }

    private List<String> codesBelow(String code) {
        var filter = Partners.Filter.below(find(code).id());
        return channel.asAdmin(() -> channel.partners().list(filter, null, 100)).items().stream()
                .map(Partner::code)
                .toList();
    }

    /** Listens to the event as credit does, and can be made to refuse it. */
    @Component
    static class Limits {
        private final List<CreditLimitsImported.Limit> heard = new ArrayList<>();
        private boolean refuses;

        @EventListener
        void on(CreditLimitsImported imported) {
            heard.addAll(imported.limits());
        }

        @EventListener
        void on(AccountsOpened opened) {
            if (refuses) {
                throw new ProblemException(CommonProblem.CONFLICT);
            }
        }
    }
}
