package io.qudao.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.catalog.Catalog.Filter;
import io.qudao.catalog.Products.CategoryDraft;
import io.qudao.catalog.Products.ProductDraft;
import io.qudao.catalog.Products.SkuDraft;
import io.qudao.catalog.internal.Pictures;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.partner.ChannelFixture;
import io.qudao.testing.HttpTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class CatalogIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Products products;

    @Autowired
    private TransactionTemplate transaction;

    private ChannelFixture channel;
    private CatalogFixture goods;

    @BeforeEach
    void makeGoods() {
        channel = new ChannelFixture(context);
        goods = new CatalogFixture(context, channel);
    }

    @Test
    void findsSkuWithItsUnits() {
        var sku = goods.sku("W550", 24);
        assertThat(sku.units()).containsExactly(Unit.base("bottle"), new Unit("case", 24, 1));
        assertThat(channel.asAdmin(() -> catalog.skus(List.of(sku.id())))).containsEntry(sku.id(), sku);
        assertThat(channel.asAdmin(() -> catalog.byCodes(Set.of("W550", "NONE"))))
                .containsOnlyKeys("W550");
    }

    @Test
    void knowsIdsByCodeFromTheMomentASkuIsThere() {
        assertThat(channel.asAdmin(() -> catalog.ids(Set.of("W550")))).isEmpty();
        var sku = goods.sku("W550", 24);
        for (int time = 0; time < 2; time++) {
            assertThat(channel.asAdmin(() -> catalog.ids(Set.of("W550", "NONE"))))
                    .isEqualTo(Map.of("W550", sku.id()));
        }
    }

    @Test
    void forgetsACodeThatWasRolledBack() {
        var draft = goods.draft("W550", 24);
        channel.asAdmin(() -> transaction.execute(status -> {
            products.create(draft);
            status.setRollbackOnly();
            return catalog.ids(Set.of("W550"));
        }));
        assertThat(channel.asAdmin(() -> catalog.ids(Set.of("W550")))).isEmpty();
    }

    @Test
    void letsOneMoveOfCategoriesAfterTheOther() throws Exception {
        var one = goods.category("one");
        var two = goods.category("two");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = new AtomicReference<Future<?>>();
            channel.asAdmin(() -> transaction.execute(status -> {
                move(one, two);
                var moving = threads.submit(() -> channel.asAdmin(() -> move(two, one)));
                second.set(moving);
                assertThatThrownBy(() -> moving.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return true;
            }));
            assertThatThrownBy(() -> second.get().get())
                    .cause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.violations())
                                    .containsExactly(Violation.of("parent", "below_itself")));
        }
    }

    private Category move(Category moved, Category parent) {
        return products.updateCategory(
                moved.id(), moved.version(), new CategoryDraft(moved.code(), moved.name(), parent.id()));
    }

    @Test
    void letsSkusShareBarcode() {
        var draft = goods.draft("A", 0);
        var shared = new SkuDraft("A", "Water", "6901234567892", "bottle", List.of(), SkuStatus.ON_SHELF);
        var twin = new SkuDraft("B", "Water, gift box", "6901234567892", "bottle", List.of(), SkuStatus.ON_SHELF);
        goods.product(new ProductDraft("A", "Water", "", draft.category(), List.of(shared, twin)));
        var found = channel.asAdmin(() -> catalog.browse(new Filter(null, "6901234567892", null), null, 10));
        assertThat(found.items()).extracting(Sku::code).containsExactly("A", "B");
    }

    @Test
    void keepsBaseUnitForEver() { // U3
        var product = goods.product(goods.draft("W550", 24));
        var sku = new SkuDraft("W550", "Water", null, "case", List.of(), SkuStatus.ON_SHELF);
        assertViolations(
                () -> channel.asAdmin(() -> products.update(
                        product.id(),
                        product.version(),
                        new ProductDraft("W550", "Water", "", product.category(), List.of(sku)))),
                "skus[0].baseUnit:fixed");
    }

    @Test
    void changesFactorForLaterDocumentsOnly() { // U3
        var product = goods.product(goods.draft("W550", 24));
        var posted = product.skus().getFirst().unit("case").orElseThrow();
        var changed = channel.asAdmin(() -> products.update(product.id(), product.version(), goods.draft("W550", 12)));
        assertThat(changed.skus().getFirst().unit("case").orElseThrow().base(2)).hasValue(24);
        assertThat(changed.skus().getFirst().version())
                .isGreaterThan(product.skus().getFirst().version());
        assertThat(posted.base(2)).hasValue(48);
    }

    @Test
    void takesSkuOffShelfThatIsLeftOut() {
        var draft = goods.draft("A", 0);
        var second = new SkuDraft("B", "Second", null, "bottle", List.of(), SkuStatus.ON_SHELF);
        var product = goods.product(new ProductDraft(
                "A", "Water", "", draft.category(), List.of(draft.skus().getFirst(), second)));
        channel.asAdmin(() -> products.update(product.id(), product.version(), draft));
        var buyer = channel.of(channel.root(), "order.create");
        assertThat(channel.as(buyer, () -> catalog.browse(Filter.ALL, null, 10)).items())
                .extracting(Sku::code)
                .containsExactly("A");
        assertThat(channel.asAdmin(() -> catalog.browse(Filter.ALL, null, 10)).items())
                .extracting(Sku::status)
                .containsExactly(SkuStatus.ON_SHELF, SkuStatus.OFF_SHELF);
    }

    @Test
    void browsesCategoryWithAllBelowIt() {
        var tea = goods.category("tea");
        var green = channel.asAdmin(() -> products.createCategory(new CategoryDraft("green", "绿茶", tea.id())));
        var draft = goods.draft("LJ", 0);
        goods.product(new ProductDraft("LJ", "龙井茶", "", green.id(), draft.skus()));
        goods.sku("W550", 0);
        assertThat(channel.asAdmin(() -> catalog.browse(new Filter(tea.id(), null, null), null, 10))
                        .items())
                .extracting(Sku::code)
                .containsExactly("LJ");
        assertThat(channel.asAdmin(() -> products.list(new Filter(null, "龙井", null), null, 10))
                        .items())
                .extracting(Product::code)
                .containsExactly("LJ");
        assertViolations(
                () -> channel.asAdmin(() ->
                        products.updateCategory(tea.id(), tea.version(), new CategoryDraft("tea", "Tea", green.id()))),
                "parent:below_itself");
    }

    @Test
    void namesAllViolationsAtOnce() {
        var bad = new SkuDraft(
                "x y",
                "",
                null,
                "bottle",
                List.of(new Unit("bottle", 2, 1), new Unit("case", 2_000_000_000, 1)),
                SkuStatus.ON_SHELF);
        var draft = new ProductDraft(
                "", "Water", "", new CategoryId(channel.root().id().value()), List.of(bad, bad));
        assertViolations(
                () -> goods.product(draft),
                "code:required",
                "category:unknown",
                "skus[0].code:malformed",
                "skus[0].name:required",
                "skus[0].units[0].code:duplicate",
                "skus[0].units[1]:out_of_range",
                "skus[1].code:malformed",
                "skus[1].name:required",
                "skus[1].units[0].code:duplicate",
                "skus[1].units[1]:out_of_range",
                "skus[1].code:duplicate");
    }

    @Test
    void refusesSkuOfAnotherProductAndTakenCode() {
        goods.sku("A", 0);
        var draft = goods.draft("B", 0);
        assertViolations(
                () -> goods.product(new ProductDraft(
                        "B", "B", "", draft.category(), goods.draft("A", 0).skus())),
                "skus[0].code:taken");
        assertThatThrownBy(() -> goods.product(new ProductDraft("A", "A", "", draft.category(), draft.skus())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CatalogProblem.CODE_TAKEN));
    }

    @Test
    void refusesStaleVersion() {
        var product = goods.product(goods.draft("A", 0));
        channel.asAdmin(() -> products.update(product.id(), product.version(), goods.draft("A", 6)));
        assertThatThrownBy(() ->
                        channel.asAdmin(() -> products.update(product.id(), product.version(), goods.draft("A", 12))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.STALE));
    }

    @Test
    void keepsPictureByItsBytes() throws Exception {
        var product = goods.product(goods.draft("A", 0));
        byte[] png = Pictures.png(8, 8);
        var picture = channel.asAdmin(() -> products.putPicture(product.id(), png));
        assertThat(picture.type()).isEqualTo("image/png");
        var found = channel.as(channel.of(channel.root(), "order.create"), () -> catalog.picture(product.id()))
                .orElseThrow();
        assertThat(found.bytes()).isEqualTo(png);
        assertThat(channel.asAdmin(() -> products.find(product.id()))
                        .orElseThrow()
                        .picture())
                .isEqualTo(picture.version());
        assertThatThrownBy(() -> channel.asAdmin(() -> products.putPicture(product.id(), new byte[(1 << 20) + 1])))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CatalogProblem.PICTURE_TOO_LARGE));
    }

    @Test
    void showsNothingOfAnotherTenant() throws Exception { // T2
        var product = goods.product(goods.draft("A", 0));
        byte[] png = Pictures.png(2, 2);
        channel.asAdmin(() -> products.putPicture(product.id(), png));
        var other = new ChannelFixture(context);
        assertThat(channel.asAdmin(() -> catalog.ids(Set.of("A")))).isNotEmpty();
        assertThat(other.asAdmin(() -> catalog.ids(Set.of("A")))).isEmpty();
        assertThat(other.asAdmin(() -> catalog.byCodes(Set.of("A")))).isEmpty();
        assertThat(other.asAdmin(
                        () -> catalog.skus(List.of(product.skus().getFirst().id()))))
                .isEmpty();
        assertThat(other.asAdmin(() -> catalog.picture(product.id()))).isEmpty();
        assertThat(other.asAdmin(() -> catalog.categories())).isEmpty();
        assertThat(other.asAdmin(() -> products.find(product.id()))).isEmpty();
        assertThat(other.asAdmin(() -> products.list(Filter.ALL, null, 10)).items())
                .isEmpty();
        assertThatThrownBy(() ->
                        other.asAdmin(() -> products.update(product.id(), product.version(), goods.draft("A", 0))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.asAdmin(() -> products.putPicture(product.id(), png)))
                .isInstanceOf(ProblemException.class);
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
