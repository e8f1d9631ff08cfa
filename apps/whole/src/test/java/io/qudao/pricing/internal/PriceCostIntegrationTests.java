package io.qudao.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.Sku;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.TradingAccount;
import io.qudao.pricing.PriceFixture;
import io.qudao.pricing.PriceLists.EntryDraft;
import io.qudao.pricing.PriceQuestion;
import io.qudao.pricing.PriceScope;
import io.qudao.testing.HttpTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What looking a price up and changing some costs, counted in pages and rows. */
@HttpTest
class PriceCostIntegrationTests {
    private static final int LINES = 21;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private PriceFixture prices;
    private TradingAccount account;
    private final List<Sku> skus = new ArrayList<>();

    @BeforeEach
    void makeList() {
        prices = new PriceFixture(context);
        var dealer = prices.channel().add("DEALER", PartnerRole.DEALER, null);
        account = prices.channel().account(prices.channel().root(), dealer);
        for (int number = 0; number < LINES; number++) {
            skus.add(prices.goods().sku("S" + number, 6));
        }
        var base = prices.list(prices.channel().root(), "BASE", PriceScope.BASE, null, 10);
        prices.put(base, entries("10.00"));
    }

    @Test
    void readsNoMoreForListsThatAreNotAssigned() { // P8
        long before = pagesRead();
        addContractsOfOthers(2_000);
        assertThat(pagesRead()).isPositive().isLessThan(before * 2);
    }

    @Test
    void writesOnlyEntriesThatDiffer() { // P8
        var list = prices.list(prices.channel().root(), "MORE", PriceScope.GROUP, "A", 10);
        var first = prices.put(list, entries("10.00"));
        assertThat(rows()).isEqualTo(2L * LINES);
        var same = prices.put(list, entries("10.0"));
        assertThat(rows()).isEqualTo(2L * LINES);
        assertThat(same.version()).isEqualTo(first.version());
        var changed = entries("10.00");
        changed[3] = prices.entry(skus.get(3), "case", "11.00");
        var next = prices.put(list, changed);
        assertThat(rows()).isEqualTo(2L * LINES + 1);
        assertThat(next.version()).isEqualTo(first.version() + 1);
    }

    private EntryDraft[] entries(String price) {
        return skus.stream().map(sku -> prices.entry(sku, "case", price)).toArray(EntryDraft[]::new);
    }

    private long rows() {
        return prices.channel()
                .inTransaction(() -> jdbc.sql("select count(*) from apps.price_entry where tenant_id = ?")
                        .param(prices.channel().tenant().id().value())
                        .query(Long.class)
                        .single());
    }

    /** Lists of buyers that do not exist, of the same seller, with an entry for each SKU. */
    private void addContractsOfOthers(int count) {
        prices.channel().inTransaction(() -> {
            int tenant = prices.channel().tenant().id().value();
            jdbc.sql("""
                            with list as (
                                insert into apps.price_list /* past the one way */ (tenant_id, id, seller_id, code, name, scope, scope_key,
                                                             priority, currency)
                                select ?, uuidv7(), ?, 'C' || n, 'C', 'CONTRACT', uuidv7()::text, 1, ?
                                from generate_series(1, ?) n returning tenant_id, id)
                            insert into apps.price_entry (tenant_id, price_list_id, sku_id, unit, valid_from, minimum,
                                                          price, since_edition)
                            select l.tenant_id, l.id, s.id, 'case', now() - interval '10 years', 1, 1, 0
                            from list l join apps.sku s on s.tenant_id = l.tenant_id
                            """)
                    .params(tenant, account.seller().value(), account.currency().value(), count)
                    .update();
            return true;
        });
    }

    private long pagesRead() {
        var lines = new ArrayList<PriceQuestion.Line>();
        for (int number = 0; number < LINES; number++) {
            lines.add(new PriceQuestion.Line(number, skus.get(number).id(), "case", 1));
        }
        var question = new PriceQuestion(account, PriceFixture.NOON, lines);
        String plan = prices.channel()
                .inTransaction(() -> jdbc.sql("explain (analyze, buffers, format json) " + JdbcPricing.CANDIDATES)
                        .params(JdbcPricing.parameters(question))
                        .query(String.class)
                        .single());
        var top = JsonMapper.builder().build().readTree(plan).get(0).get("Plan");
        assertThat(top.get("Actual Rows").asInt()).isEqualTo(LINES);
        return top.get("Shared Hit Blocks").asLong()
                + top.get("Shared Read Blocks").asLong();
    }
}
