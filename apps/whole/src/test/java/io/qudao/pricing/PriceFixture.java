package io.qudao.pricing;

import io.qudao.catalog.CatalogFixture;
import io.qudao.catalog.Sku;
import io.qudao.kernel.Money;
import io.qudao.partner.ChannelFixture;
import io.qudao.partner.Partner;
import io.qudao.partner.TradingAccount;
import io.qudao.pricing.PriceLists.Draft;
import io.qudao.pricing.PriceLists.EntryDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Price lists of a test's own. */
public final class PriceFixture {
    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final ChannelFixture channel;
    private final CatalogFixture goods;
    private final PriceLists lists;
    private final Pricing pricing;

    public PriceFixture(ApplicationContext context) {
        this.channel = new ChannelFixture(context);
        this.goods = new CatalogFixture(context, channel);
        this.lists = context.getBean(PriceLists.class);
        this.pricing = context.getBean(Pricing.class);
    }

    public ChannelFixture channel() {
        return channel;
    }

    public CatalogFixture goods() {
        return goods;
    }

    public PriceList list(Partner seller, String code, PriceScope scope, @Nullable String key, int priority) {
        var draft = new Draft(
                code, "List " + code, scope, key, priority, channel.tenant().currency(), true);
        return channel.asAdmin(() -> lists.create(seller.id(), draft));
    }

    public PriceList put(PriceList list, EntryDraft... entries) {
        return channel.asAdmin(() -> lists.put(list.id(), List.of(entries)));
    }

    /** For one unit, since long ago, without end. */
    public EntryDraft entry(Sku sku, String unit, String price) {
        return new EntryDraft(
                sku.id(),
                unit,
                1,
                LONG_AGO,
                null,
                Money.of(price, channel.tenant().currency()));
    }

    /** At noon, in the order P2. */
    public LinePrice price(TradingAccount account, Sku sku, String unit, long quantity) {
        return price(account, List.of(new PriceQuestion.Line(1, sku.id(), unit, quantity)))
                .getFirst();
    }

    public List<LinePrice> price(TradingAccount account, List<PriceQuestion.Line> lines) {
        return channel.asAdmin(
                () -> pricing.price(new PriceQuestion(account, NOON, lines)).lines());
    }

    /** The price of one unit as text, or the reason why there is none. */
    public static String text(LinePrice price) {
        return switch (price) {
            case LinePrice.Priced priced -> priced.unitPrice().amount().toPlainString();
            case LinePrice.NoPrice none -> none.reason();
        };
    }
}
