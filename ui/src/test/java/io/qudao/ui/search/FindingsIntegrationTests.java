package io.qudao.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.testing.TradeFixture;
import io.qudao.ui.NodeTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What Ctrl+K finds, for whom. */
@NodeTest
class FindingsIntegrationTests {
    private static final Set<String> ORDER_DESK = Set.of("order.read", "order.approve", "partner.read", "catalog.read");

    @Autowired
    private ApplicationContext context;

    private TradeFixture trade;
    private String number;

    @BeforeEach
    void order() {
        trade = TradeFixture.in(context);
        number = ((Submission.Accepted) trade.submit(1, "each"))
                .order()
                .summary()
                .number();
    }

    @Test
    void findsOrdersByAnyPartOfTheirNumber() {
        assertThat(found(desk(ORDER_DESK), number.substring(number.length() - 4)))
                .contains("order " + number);
        assertThat(found(desk(ORDER_DESK), number)).contains("order " + number);
    }

    @Test
    void findsOrdersByTheirBuyer() {
        assertThat(found(desk(ORDER_DESK), trade.outlet.name())).contains("order " + number);
    }

    @Test
    void findsPartnersAndGoodsForWhoeverMayReadThem() {
        assertThat(found(desk(ORDER_DESK), "乌龙")).containsExactly("sku 乌龙茶");
        assertThat(found(desk(ORDER_DESK), "O2")).containsExactly("partner " + trade.otherOutlet.name());
        assertThat(found(desk(Set.of("order.read")), "乌龙")).isEmpty();
    }

    @Test
    void leadsTheOrderDeskToPagesThatItMaySee() {
        var goods = TenantScope.call(
                desk(ORDER_DESK), () -> context.getBean(Findings.class).of("乌龙"));
        assertThat(goods).extracting(Finding::address).containsExactly("work/products?q=TEA");
    }

    @Test
    void findsRecordsThatTheTenantMadeSearchable() {
        var admin = trade.admin();
        Publishing.publish(
                admin,
                "object/visit",
                "{\"label\":{\"en\":\"Visit\"},\"plural\":{\"en\":\"Visits\"}}",
                "field/visit.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"searchable\":true}");
        assertThat(admin.post("/api/v1/records/visit", "{\"name\":\"First\",\"code\":\"Zephyr\"}")
                        .status())
                .isEqualTo(201);
        var platform = Caller.platform(trade.tenant);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(found(platform, "zephyr")).containsExactly("visit First"));
        assertThat(found(desk(ORDER_DESK), "zephyr")).isEmpty();
    }

    private List<String> found(Caller caller, String words) {
        return TenantScope.call(
                caller,
                () -> context.getBean(Findings.class).of(words).stream()
                        .map(finding -> finding.kind() + " " + finding.title())
                        .toList());
    }

    private Caller desk(Set<String> permissions) {
        var member = trade.member(trade.distributor);
        return new Caller(
                member.tenant(), member.member(), member.name(), member.partner(), permissions, member.locale());
    }
}
