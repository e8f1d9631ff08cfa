package io.qudao.testing;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Products;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.credit.Credit;
import io.qudao.fulfillment.Shipments;
import io.qudao.inventory.Demand;
import io.qudao.inventory.DocumentRef;
import io.qudao.inventory.MovementKind;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.partner.AccountId;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerId;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small channel of its own tenant: head office → distributor → outlet, and a second outlet; two goods that the head office
 * and the distributor sell by each (10.00 and 12.50) and by case of 12 (114.00 and 144.00); 100 of each with both sellers.
 */
public final class TradeFixture {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Set<String> DEALER = Set.of(
            "order.create",
            "order.read",
            "order.submit",
            "order.approve",
            "order.ship",
            "order.receive",
            "order.cancel",
            "stock.read",
            "stock.edit",
            "credit.read",
            "credit.edit",
            "price.read",
            "price.edit");

    public final Tenant tenant;
    public final Partner head;
    public final Partner distributor;
    public final Partner outlet;
    public final Partner otherOutlet;
    public final Sku cola;
    public final Sku tea;

    private final ApplicationContext context;

    private TradeFixture(ApplicationContext context) {
        this.context = context;
        this.tenant = TenantFixture.create(context);
        this.head = asPlatform(() -> bean(Partners.class).root());
        this.distributor = partner("D1", PartnerRole.DISTRIBUTOR, head.id());
        this.outlet = partner("O1", PartnerRole.OUTLET, distributor.id());
        this.otherOutlet = partner("O2", PartnerRole.OUTLET, distributor.id());
        var category = asPlatform(() -> bean(Products.class).createCategory(new CategoryDraft("drinks", "饮料", null)));
        this.cola = sku("COLA", "可乐", category.id());
        this.tea = sku("TEA", "乌龙茶", category.id());
        sell(head, "10.00", "114.00");
        sell(distributor, "12.50", "144.00");
    }

    public static TradeFixture in(ApplicationContext context) {
        return new TradeFixture(context);
    }

    /** A dealer's member who acts for this partner. */
    public Caller member(Partner partner) {
        return new Caller(tenant, Ids.next(), partner.name(), partner.id().value(), DEALER, tenant.locale());
    }

    public <T> T as(Partner partner, ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(member(partner), work);
    }

    public <T> T asPlatform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }

    public Money yuan(String amount) {
        return Money.of(amount, CurrencyCode.CNY);
    }

    public AccountId account(Partner seller, Partner buyer) {
        return asPlatform(() -> bean(TradingAccounts.class)
                .between(seller.id(), buyer.id(), CurrencyCode.CNY)
                .orElseThrow()
                .id());
    }

    /** The brand's own administrator over HTTP. */
    public ApiClient admin() {
        return ApiClient.admin(context, tenant);
    }

    /** A new member who acts for this partner, over HTTP; the test's context must listen. */
    public ApiClient client(Partner partner, String... permissionSets) {
        String email = Ids.next() + "@" + tenant.slug() + ".example";
        var invited = admin().post(
                        "/api/v1/members",
                        "{\"name\":\"M\",\"email\":\"%s\",\"partners\":[\"%s\"],\"permissionSets\":[%s]}"
                                .formatted(
                                        email,
                                        partner.id().value(),
                                        permissionSets.length == 0
                                                ? ""
                                                : "\"" + String.join("\",\"", permissionSets) + "\""));
        if (invited.status() != 201) {
            throw new IllegalStateException(invited.body());
        }
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    /** Rows of a table of the tenant. */
    public long count(String table) {
        return asPlatform(() -> transaction(() -> bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where tenant_id = ?")
                .param(tenant.id().value())
                .query(Long.class)
                .single()));
    }

    /** What the outlet wants of the distributor. */
    public OrderDraft wish(long quantity, String unit) {
        return OrderDraft.of(
                distributor.id(), outlet.id(), List.of(new OrderDraft.Line(cola.id(), new Quantity(quantity, unit))));
    }

    /** The outlet orders of the distributor, submitted at once. */
    public Submission submit(long quantity, String unit) {
        return as(
                outlet,
                () -> bean(Orders.class)
                        .place(
                                wish(quantity, unit),
                                new Orders.PlaceOptions(Ids.next().toString(), true, null)));
    }

    /** An order of one of each good, in either order of its lines: placed by the buyer, approved and shipped. */
    public Submission throughTheHouse(Partner buyer, boolean teaFirst) {
        var goods = teaFirst ? List.of(tea, cola) : List.of(cola, tea);
        var lines = goods.stream()
                .map(sku -> new OrderDraft.Line(sku.id(), new Quantity(1, "each")))
                .toList();
        var draft = OrderDraft.of(distributor.id(), buyer.id(), lines);
        var options = new Orders.PlaceOptions(Ids.next().toString(), true, null);
        var submission = as(buyer, () -> bean(Orders.class).place(draft, options));
        if (submission instanceof Submission.Accepted accepted) {
            var order = accepted.order().id();
            as(distributor, () -> bean(Orders.class).approve(order, null));
            as(distributor, () -> bean(Shipments.class).ship(order, Shipments.ShipOptions.everything()));
        }
        return submission;
    }

    /** So much more of each good with this partner. */
    public void stockUp(Partner owner, long quantity) {
        asPlatform(() -> transaction(() -> {
            var goods = List.of(new Demand(cola.id(), quantity), new Demand(tea.id(), quantity));
            bean(Stock.class)
                    .receive(
                            new DocumentRef("opening", Ids.next()),
                            MovementKind.OPENING,
                            bean(Warehouses.class).serving(owner.id()).id(),
                            goods);
            return true;
        }));
    }

    public void limit(Partner seller, Partner buyer, String amount) {
        var account = account(seller, buyer);
        as(seller, () -> {
            bean(Credit.class).limit(account, yuan(amount));
            return true;
        });
    }

    /** What a partner can promise of a SKU. */
    public long available(Partner owner, Sku sku) {
        return asPlatform(() -> transaction(() -> bean(Stock.class)
                .available(bean(Warehouses.class).serving(owner.id()).id(), List.of(sku.id()))
                .getOrDefault(sku.id(), 0L)));
    }

    public <T> T transaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private Partner partner(String code, PartnerRole role, PartnerId parent) {
        return asPlatform(() -> bean(Partners.class).create(PartnerDraft.of(code, "伙伴 " + code, role, parent)));
    }

    private Sku sku(String code, String name, io.qudao.catalog.CategoryId category) {
        var draft = new SkuDraft(code, name, null, "each", List.of(new Unit("case", 12, 1)), SkuStatus.ON_SHELF);
        return asPlatform(() -> {
            bean(Products.class).create(new ProductDraft(code, name, "渠乐", category, List.of(draft)));
            return bean(Catalog.class).byCodes(Set.of(code)).get(code);
        });
    }

    private void sell(Partner seller, String each, String box) {
        as(seller, () -> {
            var lists = bean(PriceLists.class);
            var list = lists.create(
                    seller.id(), new PriceLists.Draft("BASE", "基准价", PriceScope.BASE, null, 1, CurrencyCode.CNY, true));
            for (Sku sku : List.of(cola, tea)) {
                lists.put(
                        list.id(),
                        List.of(
                                new PriceLists.EntryDraft(sku.id(), "each", 1, LONG_AGO, null, yuan(each)),
                                new PriceLists.EntryDraft(sku.id(), "case", 1, LONG_AGO, null, yuan(box))));
            }
            return true;
        });
        stockUp(seller, 100);
    }
}
