package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Fields of every type, in a slot and in the document alone: the database keeps and orders values as the JVM does. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class DataTypesIntegrationTests {
    private static final int RECORDS = 40;
    private static final String IN_SLOT = "a";
    private static final String IN_DOCUMENT = "b";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    private final Random random = new Random(20261130);
    private Tenant tenant;

    @BeforeEach
    void create() {
        tenant = TenantFixture.create(context);
    }

    @TestFactory
    Stream<DynamicTest> keepAndOrderValuesAlikeInDatabaseAndJvm() {
        return Stream.of(DataType.values())
                .map(type -> DynamicTest.dynamicTest(type.code(), () -> {
                    String object = "of_" + type.code();
                    fixture.cell(
                            tenant,
                            object,
                            List.of(
                                    draft("a1", IN_SLOT, type)
                                            .slot(type.slotFamily() + "1")
                                            .build(),
                                    draft("a2", IN_DOCUMENT, type).build()));
                    Supplier<Value> values = values(type);
                    var given = new ArrayList<Value>();
                    for (int number = 0; number < RECORDS; number++) {
                        given.add(random.nextInt(6) == 0 ? Value.none() : values.get());
                    }
                    assertKept(object, given);
                    assertOrdered(object, type, given);
                }));
    }

    private void assertKept(String object, List<Value> given) {
        var ids = platform(() -> records.createAll(
                object,
                given.stream()
                        .map(value -> given("name", Value.text("N"), IN_SLOT, value, IN_DOCUMENT, value))
                        .toList()));
        for (int number = 0; number < RECORDS; number++) {
            var id = ids.get(number);
            var row = platform(() -> records.read(object, id));
            assertThat(row.value(IN_SLOT)).isEqualTo(given.get(number)).isEqualTo(row.value(IN_DOCUMENT));
        }
    }

    private void assertOrdered(String object, DataType type, List<Value> given) {
        for (String name : List.of(IN_SLOT, IN_DOCUMENT)) {
            var inOrder = new ArrayList<>(given);
            inOrder.sort(type.order());
            assertThat(pages(Query.of(object).ascending(name), name)).isEqualTo(inOrder);
            inOrder.sort((a, b) -> a.isNull() || b.isNull()
                    ? type.order().compare(a, b)
                    : type.order().compare(b, a));
            assertThat(pages(Query.of(object).descending(name), name)).isEqualTo(inOrder);
        }
    }

    @Test
    void comparesMoneyInOneCurrencyOnly() {
        fixture.cell(
                tenant,
                "bill",
                List.of(
                        draft("a1", IN_SLOT, DataType.MONEY).slot("n1").build(),
                        draft("a2", IN_DOCUMENT, DataType.MONEY).build()));
        String usual = tenant.currency().value();
        for (Value amount : List.of(money("100.00", usual), money("100.00", "USD"), money("5.00", usual))) {
            platform(
                    () -> records.create("bill", given("name", Value.text("N"), IN_SLOT, amount, IN_DOCUMENT, amount)));
        }
        for (String name : List.of(IN_SLOT, IN_DOCUMENT)) {
            assertThat(found(name + " > 50")).containsExactly(money("100.00", usual));
            assertThat(found("!(" + name + " > 50)")).containsExactly(money("5.00", usual));
            assertThat(found(name + " >= money(100, 'USD')")).containsExactly(money("100.00", "USD"));
            assertThat(found(name + " in [5, money(100, 'USD')]"))
                    .containsExactly(money("100.00", "USD"), money("5.00", usual));
            assertThat(found(name + ".amount == 100")).hasSize(2);
        }
    }

    @Test
    void computesDefaultsIntoTheScaleOfTheirField() {
        fixture.cell(
                tenant,
                "share",
                List.of(
                        field("a1", "part", DataType.DECIMAL)
                                .digits(6, 3)
                                .defaultsTo("1 / 3")
                                .build(),
                        field("a2", "price", DataType.MONEY).defaultsTo("2 / 3").build(),
                        field("a3", "half", DataType.DECIMAL)
                                .digits(6, 1)
                                .defaultsTo("round(0.25, 2)")
                                .build()));
        var row = platform(() -> records.create("share", given("name", Value.text("N"))));
        assertThat(row.value("part")).isEqualTo(Value.of(new BigDecimal("0.333")));
        assertThat(row.value("price")).isEqualTo(money("0.67", tenant.currency().value()));
        assertThat(row.value("half")).isEqualTo(Value.of(new BigDecimal("0.3")));
    }

    private List<Value> found(String filter) {
        return platform(() -> records.list(Query.of("bill").where(filter))).rows().stream()
                .map(row -> row.value(IN_SLOT))
                .toList();
    }

    private List<Value> pages(Query query, String name) {
        var found = new ArrayList<Value>();
        String next = null;
        do {
            String cursor = next;
            var page = platform(() -> records.list(query.first(7).after(cursor)));
            page.rows().forEach(row -> found.add(row.value(name)));
            next = page.next();
        } while (next != null);
        return found;
    }

    private static FieldDraft draft(String id, String name, DataType type) {
        return field(id, name, type).options("x", "y", "z");
    }

    private Supplier<Value> values(DataType type) {
        return switch (type) {
            case TEXT -> () -> Value.text(word());
            case PICKLIST -> () -> Value.text(List.of("x", "y", "z").get(random.nextInt(3)));
            case INTEGER -> () -> Value.of(random.nextLong() >> random.nextInt(60));
            case DECIMAL -> () -> Value.of(amount());
            case BOOLEAN -> () -> Value.of(random.nextBoolean());
            case DATE -> () -> Value.of(LocalDate.ofEpochDay(random.nextInt(-700_000, 2_000_000)));
            case DATE_TIME ->
                () -> Value.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L));
            case LOOKUP ->
                () -> Value.of(random.nextBoolean() ? Ids.next() : new UUID(random.nextLong(), random.nextLong()));
            case MONEY -> () -> money(amount().toPlainString(), random.nextBoolean() ? "CNY" : "JPY");
        };
    }

    private String word() {
        String letters = "aAbB zé中😀_0";
        var word = new StringBuilder("w");
        for (int length = random.nextInt(4); length > 0; length--) {
            word.appendCodePoint(letters.codePointAt(
                    letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextLong() >> random.nextInt(10, 60), 2);
    }

    private static Value money(String amount, String currency) {
        return Value.of(new Money(new BigDecimal(amount), new CurrencyCode(currency)));
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
