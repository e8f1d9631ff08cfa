package io.qudao.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.language.Language;
import io.qudao.metadata.Field;
import io.qudao.metadata.Metadata;
import io.qudao.ordering.Order;
import io.qudao.ordering.Submission;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Bundles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** What all pages say, in every language, is meant for people. */
class PageWordsIntegrationTests extends PageTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-zA-Z_]+)+");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]{3,}_[A-Z_]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** What the pages say in other languages only. */
    private static final Set<String> ELSEWHERE = elsewhere();

    /** What the tenant itself calls something, in simplified Chinese, and languages by their own names. */
    private static final Pattern DATA = Pattern.compile("李雷|伙伴 \\w+|可乐|乌龙茶?|渠乐|基准价|饮料|简体中文|^English$");

    private static final Map<String, String> NAMED = Map.of(
            "order.status", "status.order.",
            "partner.status", "status.partner.",
            "partner.role", "role.",
            "sku.status", "status.sku.",
            "price_list.scope", "scope.",
            "account.status", "status.account.",
            "shipment.status", "status.shipment.");

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "en"})
    void saysNothingOfMachinesToPartners(String language) {
        var order = order();
        var locale = Locale.forLanguageTag(language);
        var buyer = member(trade.outlet, "dealer", locale);
        check(buyer, "", "catalogue", "cart", "orders", "orders/" + order.id().value(), "receipts", "stock", "me");
        var seller = member(trade.distributor, "dealer", locale);
        check(seller, "business", "customers", "orders/" + order.id().value(), "stock", "me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "en"})
    void saysNothingOfMachinesToTheBrand(String language) {
        var order = order();
        var admin = member(trade.head, "brand_admin", Locale.forLanguageTag(language));
        check(
                admin,
                "work",
                "work/orders?show=all",
                "work/orders/" + order.id().value(),
                "work/partners",
                "work/products");
        check(admin, "work/prices", "work/stock", "work/objects");
        var account = trade.account(trade.distributor, trade.outlet);
        check(admin, "work/objects/account/" + account, "build/conflicts");
        Stream.of("account", "order_line", "shipment", "stock_level", "warehouse", "member")
                .forEach(object -> check(admin, "work/objects/" + object));
        Stream.of("partner", "product", "sku", "category", "price_list", "order")
                .forEach(object -> check(admin, "work/objects/" + object, "work/objects/" + object + "/new"));
        check(admin, "build", "build/objects/order", "build/plan", "build/releases");
    }

    /** One state has one name, on pages of the standard business and on those of records. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-TW", "en"})
    void callsEachStateByOneName(String language) {
        var locale = Locale.forLanguageTag(language);
        var messages = context.getBean(MessageSource.class);
        var objects = TenantScope.call(
                member(trade.head, "brand_admin", locale),
                () -> context.getBean(Metadata.class).current().objects());
        var checked = new ArrayList<String>();
        for (var object : objects) {
            for (var field : object.fields()) {
                var prefix = NAMED.get(object.name() + "." + field.name());
                for (var option : prefix == null ? List.<Field.Option>of() : field.options()) {
                    assertThat(messages.getMessage(prefix + option.value(), null, locale))
                            .isEqualTo(option.label().in(locale));
                    checked.add(object.name() + "." + option.value());
                }
            }
        }
        assertThat(checked).contains("order.APPROVED", "partner.ACTIVE", "sku.ON_SHELF", "price_list.BASE");
    }

    private static Set<String> elsewhere() {
        var others = new HashSet<>(Bundles.texts(Language.ENGLISH));
        others.addAll(Bundles.texts(Language.SIMPLIFIED_CHINESE));
        others.removeAll(Bundles.texts(Language.TRADITIONAL_CHINESE));
        return others;
    }

    private void check(Caller caller, String... addresses) {
        for (var address : addresses) {
            open(caller, address);
            var words = TenantScope.call(caller, PageTest::words);
            assertThat(words).as("words of /%s", address).isNotEmpty().allSatisfy(PageWordsIntegrationTests::plain);
            if (caller.locale().equals(Locale.TRADITIONAL_CHINESE)) {
                assertThat(words).as("words of /%s", address).allSatisfy(PageWordsIntegrationTests::traditional);
            }
        }
    }

    private static void traditional(String text) {
        var said = DATA.matcher(text).replaceAll("");
        assertThat(ELSEWHERE).doesNotContain(said);
        assertThat(Bundles.foreign(said, Language.TRADITIONAL_CHINESE)).as(text).isEmpty();
    }

    private static void plain(String text) {
        assertThat(ID.matcher(text).find()).as("an id: %s", text).isFalse();
        assertThat(KEY.matcher(text).matches())
                .as("the key of a message: %s", text)
                .isFalse();
        assertThat(CONSTANT.matcher(text).matches()).as("a constant: %s", text).isFalse();
        assertThat(text).doesNotContain("CN¥", "{0}");
        if (HAN.matcher(text).find()) {
            assertThat(text).doesNotContain(" ,", " .");
        }
    }

    private Order order() {
        return ((Submission.Accepted) trade.submit(2, "case")).order();
    }
}
