package io.qudao.ui.dev;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CategoryId;
import io.qudao.catalog.Products;
import io.qudao.catalog.Sku;
import io.qudao.catalog.SkuStatus;
import io.qudao.catalog.Unit;
import io.qudao.credit.Credit;
import io.qudao.fulfillment.Shipments;
import io.qudao.inventory.Stock;
import io.qudao.inventory.Warehouses;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.Orders;
import io.qudao.ordering.Submission;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerDraft;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.permission.Members;
import io.qudao.permission.NewMember;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PriceScope;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.tenancy.Tenants;
import io.qudao.ui.PlatformNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * For the developer's eyes: a node with a small channel in it. Its tenant is made by the tenant-service named by the
 * environment, as every tenant is.
 */
final class DemoNode {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String PASSWORD = "correct-horse-battery";
    private static final Map<String, List<String>> GOODS = Map.of(
            "茶饮", List.of("乌龙茶 500毫升", "茉莉绿茶 500毫升", "冰红茶 1升", "无糖普洱 500毫升"),
            "果汁", List.of("鲜橙汁 330毫升", "西梅汁 300毫升", "混合莓果汁 1升"),
            "水", List.of("天然矿泉水 550毫升", "气泡水 白桃味 330毫升", "纯净水 4.5升"),
            "零食", List.of("海盐坚果 120克", "原味薯片 75克", "黑巧克力 100克", "每日燕麦能量棒 六支装 独立包装"));

    private final ApplicationContext context;
    private final Tenant tenant;

    private DemoNode(ApplicationContext context, Tenant tenant) {
        this.context = context;
        this.tenant = tenant;
    }

    public static void main(String[] arguments) throws Exception {
        var context = SpringApplication.run(PlatformNode.class, arguments);
        var environment = context.getEnvironment();
        var tenants = context.getBean(Tenants.class);
        if (tenants.bySlug("demo").isEmpty()) {
            signUp(environment.getProperty("qudao.identity.url"), environment.getProperty("demo.host"));
            new DemoNode(context, tenants.bySlug("demo").orElseThrow()).fill();
        }
    }

    private static void signUp(String identity, String host) throws Exception {
        var body = """
                {"slug":"demo","company":"清禾饮品","name":"周明","email":"admin@demo.example","password":"%s","locale":"zh-CN","currency":"CNY"}
                """.formatted(PASSWORD);
        var request = HttpRequest.newBuilder(URI.create(identity + "/api/v1/sign-up"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-Host", host)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    private void fill() {
        var root = as(null, () -> bean(Partners.class).root());
        var east = partner("D01", "华东商贸有限公司", PartnerRole.DISTRIBUTOR, root);
        var store = partner("S01", "西湖路便利店", PartnerRole.OUTLET, east);
        var other = partner("S02", "钱江新城生活馆", PartnerRole.OUTLET, east);
        var skus = goods();
        price(root, skus, 8);
        price(east, skus, 10);
        stock(root, skus, 6_000);
        stock(east, skus, 480);
        limit(root, east, "200000.00");
        limit(east, store, "8000.00");
        limit(east, other, "500.00");
        member("王芳", "store@demo.example", store, "dealer");
        member("李强", "east@demo.example", east, "dealer", store);
        member("陈静", "desk@demo.example", root, "order_desk");
        order(east, store, skus.subList(0, 4), 6);
        var shipped = order(east, store, skus.subList(6, 10), 12);
        as(east, () -> {
            bean(Orders.class).approve(shipped.order().id(), null);
            return bean(Shipments.class).ship(shipped.order().id(), Shipments.ShipOptions.everything());
        });
        order(root, east, skus.subList(0, 4), 24);
    }

    private Submission.Accepted order(Partner seller, Partner buyer, List<Sku> skus, long each) {
        var lines = skus.stream()
                .map(sku -> new OrderDraft.Line(sku.id(), new Quantity(each, "bottle")))
                .toList();
        var draft = OrderDraft.of(seller.id(), buyer.id(), lines);
        var options = new Orders.PlaceOptions(Ids.next().toString(), true, null);
        return (Submission.Accepted) as(buyer, () -> bean(Orders.class).place(draft, options));
    }

    private List<Sku> goods() {
        var codes = new ArrayList<String>();
        GOODS.forEach((category, names) -> {
            var id = as(
                            null,
                            () -> bean(Products.class)
                                    .createCategory(new Products.CategoryDraft("C" + codes.size(), category, null)))
                    .id();
            names.forEach(name -> codes.add(product(id, name, "SKU-" + (1001 + codes.size()))));
        });
        var found = as(null, () -> bean(Catalog.class).byCodes(codes));
        return codes.stream().map(found::get).toList();
    }

    private String product(CategoryId category, String name, String code) {
        var units = List.of(new Unit("case", 12, 1));
        var sku = new Products.SkuDraft(code, name, null, "bottle", units, SkuStatus.ON_SHELF);
        as(
                null,
                () -> bean(Products.class).create(new Products.ProductDraft(code, name, "清禾", category, List.of(sku))));
        return code;
    }

    private void price(Partner seller, List<Sku> skus, int factor) {
        as(seller, () -> {
            var draft = new PriceLists.Draft("BASE", "基准价", PriceScope.BASE, null, 1, CurrencyCode.CNY, true);
            var list = bean(PriceLists.class).create(seller.id(), draft);
            var entries = new ArrayList<PriceLists.EntryDraft>();
            IntStream.range(0, skus.size()).forEach(index -> {
                long cents = (long) (30 + index * 7) * factor;
                entries.add(entry(skus.get(index), "bottle", cents));
                entries.add(entry(skus.get(index), "case", cents * 11));
            });
            return bean(PriceLists.class).put(list.id(), entries);
        });
    }

    private static PriceLists.EntryDraft entry(Sku sku, String unit, long cents) {
        var price = new Money(java.math.BigDecimal.valueOf(cents, 2), CurrencyCode.CNY);
        return new PriceLists.EntryDraft(sku.id(), unit, 1, LONG_AGO, null, price);
    }

    private void stock(Partner owner, List<Sku> skus, long each) {
        as(owner, () -> {
            var warehouse = bean(Warehouses.class).create("MAIN", "主仓");
            for (int index = 0; index < skus.size(); index++) {
                if (index % 6 != 5) {
                    bean(Stock.class).adjust(warehouse.id(), skus.get(index).id(), each + index * 13L, "期初");
                }
            }
            return true;
        });
    }

    private void limit(Partner seller, Partner buyer, String amount) {
        as(seller, () -> {
            var account = bean(TradingAccounts.class)
                    .between(seller.id(), buyer.id(), CurrencyCode.CNY)
                    .orElseThrow();
            bean(Credit.class).limit(account.id(), Money.of(amount, CurrencyCode.CNY));
            return true;
        });
    }

    private Partner partner(String code, String name, PartnerRole role, Partner parent) {
        return as(null, () -> bean(Partners.class).create(PartnerDraft.of(code, name, role, parent.id())));
    }

    private void member(String name, String email, Partner partner, String set, Partner... more) {
        var partners = new ArrayList<>(List.of(partner.id().value()));
        for (var each : more) {
            partners.add(each.id().value());
        }
        as(null, () -> bean(Members.class).invite(new NewMember(name, email, null, PASSWORD, partners, Set.of(set))));
    }

    private <T> T as(@Nullable Partner partner, ScopedValue.CallableOp<T, RuntimeException> work) {
        var platform = Caller.platform(tenant);
        var caller = partner == null
                ? platform
                : new Caller(tenant, Ids.next(), partner.name(), partner.id().value(), Set.of("*"), tenant.locale());
        return TenantScope.call(caller, work);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
