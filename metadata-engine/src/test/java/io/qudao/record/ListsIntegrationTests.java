package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.expression.ExpectedType;
import io.qudao.expression.Expressions;
import io.qudao.expression.FieldType;
import io.qudao.expression.FieldType.Scalar;
import io.qudao.expression.Moment;
import io.qudao.expression.Schema;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.ListView.Sort;
import io.qudao.record.Query.Count;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists against an oracle: the same filter run in the JVM over all records, the same order by a comparator. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class ListsIntegrationTests {
    private static final int RECORDS = 160;
    private static final long SEED = 20261121;

    /** Kept twice each: once with a slot, once in the document alone. */
    private static final Map<String, Scalar> TYPES = Map.of(
            "word", Scalar.TEXT,
            "word_d", Scalar.TEXT,
            "count", Scalar.INTEGER,
            "count_d", Scalar.INTEGER,
            "rate", Scalar.DECIMAL,
            "rate_d", Scalar.DECIMAL,
            "day", Scalar.DATE,
            "day_d", Scalar.DATE,
            "at", Scalar.DATE_TIME,
            "yes", Scalar.BOOLEAN);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private Expressions expressions;

    private final Random random = new Random(SEED);
    private Tenant tenant;

    @BeforeEach
    void fill() {
        tenant = TenantFixture.create(context);
        fixture.cell(
                tenant,
                "thing",
                List.of(
                        field("a1", "word", DataType.TEXT).slot("t1").build(),
                        field("a2", "word_d", DataType.TEXT).build(),
                        field("a3", "count", DataType.INTEGER).slot("n1").build(),
                        field("a4", "count_d", DataType.INTEGER).build(),
                        field("a5", "rate", DataType.DECIMAL).slot("n2").build(),
                        field("a6", "rate_d", DataType.DECIMAL).build(),
                        field("a7", "day", DataType.DATE).slot("d1").build(),
                        field("a8", "day_d", DataType.DATE).build(),
                        field("a9", "at", DataType.DATE_TIME).slot("d2").build(),
                        field("a10", "yes", DataType.BOOLEAN).build()));
        var all = Stream.generate(this::thing).limit(RECORDS).toList();
        platform(() -> records.createAll("thing", all));
    }

    @Test
    void answersAsTheOracleDoes() {
        var everything = everything();
        for (int round = 0; round < 150; round++) {
            var query = Query.of("thing")
                    .where(random.nextInt(5) == 0 ? null : condition(2))
                    .by(order())
                    .first(1 + random.nextInt(40))
                    .counted(Count.EXACT);
            var expected = expected(everything, query);
            assertThat(pages(query)).as("%s", query).containsExactlyElementsOf(expected);
            assertThat(platform(() -> records.list(query)).count()).isEqualTo(expected.size());
            assertThat(platform(() -> records.list(query.counted(Count.ESTIMATE)))
                            .count())
                    .isEqualTo(expected.size());
        }
    }

    @Test
    void answersWithTheColumnsAskedFor() {
        var row = platform(() -> records.list(
                        Query.of("thing").only(List.of("rate", "word")).first(1)))
                .rows()
                .getFirst();
        assertThat(row.values().keySet()).containsExactly("rate", "word");
        assertThat(row.name()).startsWith("thing");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(violations(Query.of("thing").ascending("colour"))).containsExactly("sort:unknown_field");
        assertThat(violations(Query.of("thing").only(List.of("word", "colour"))))
                .containsExactly("fields:unknown_field");
        assertThat(violations(Query.of("thing").first(0))).containsExactly("limit:out_of_range");
        assertThat(violations(Query.of("thing").first(Query.MOST + 1))).containsExactly("limit:out_of_range");
        assertThat(violations(Query.of("thing").where("word = 'a'")))
                .containsExactly("filter:expression.write_instead");
        assertThat(violations(Query.of("thing").where("colour == 'red'")))
                .containsExactly("filter:expression.unknown_field");
        assertThat(violations(Query.of("thing").where("count + 1"))).containsExactly("filter:expression.wrong_result");
    }

    @Test
    void refusesCursorsOfOtherLists() {
        var first =
                platform(() -> records.list(Query.of("thing").ascending("count").first(10)));
        assertThat(first.next()).isNotNull();
        assertThat(violations(Query.of("thing").descending("count").after(first.next())))
                .containsExactly("cursor:malformed");
        assertThat(violations(Query.of("thing").ascending("count").where("yes").after(first.next())))
                .containsExactly("cursor:malformed");
        for (String nonsense :
                List.of("!", "e30", "WzEsMl0", "W10", first.next().substring(3), "W1s")) {
            assertThat(violations(Query.of("thing").ascending("count").after(nonsense)))
                    .as(nonsense)
                    .containsExactly("cursor:malformed");
        }
    }

    @Test
    void joinsTheTransactionOfItsCaller() {
        var transaction = context.getBean(TransactionTemplate.class);
        var query = Query.of("thing").where("word == 'only here'").ascending("count");
        platform(() -> transaction.execute(status -> {
            records.create("thing", RecordFixture.given("name", Value.text("new"), "word", Value.text("only here")));
            assertThat(records.list(query).rows()).hasSize(1);
            status.setRollbackOnly();
            return 1;
        }));
        assertThat(platform(() -> records.list(query)).rows()).isEmpty();
    }

    @Test
    void refusesUnknownObjects() {
        assertThatThrownBy(() -> platform(() -> records.list(Query.of("nothing"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problem()).isEqualTo(RecordProblem.UNKNOWN_OBJECT));
    }

    private List<Row> everything() {
        var rows = new ArrayList<Row>();
        String next = null;
        do {
            var page = page(Query.of("thing").first(Query.MOST).after(next));
            rows.addAll(page.rows());
            next = page.next();
        } while (next != null);
        assertThat(rows).hasSize(RECORDS);
        return rows;
    }

    private Page page(Query query) {
        return platform(() -> records.list(query));
    }

    private List<UUID> pages(Query query) {
        var ids = new ArrayList<UUID>();
        String next = null;
        do {
            var page = page(query.after(next).counted(Count.NONE));
            assertThat(page.rows().size()).isLessThanOrEqualTo(query.limit());
            page.rows().forEach(row -> ids.add(row.id()));
            next = page.next();
        } while (next != null);
        return ids;
    }

    private List<UUID> expected(List<Row> everything, Query query) {
        var schema = Schema.of(new LinkedHashMap<String, FieldType>(TYPES));
        var moment = new Moment(Clock.systemUTC().instant(), ZoneOffset.UTC, tenant.currency());
        var filter = query.filter() == null
                ? null
                : expressions.require("filter", query.filter(), schema, ExpectedType.BOOLEAN);
        return everything.stream()
                .filter(row -> filter == null
                        || filter.test(path -> row.value(path.first()), moment).holds())
                .sorted(comparator(query.sort()))
                .map(Row::id)
                .toList();
    }

    private static Comparator<Row> comparator(List<Sort> sorts) {
        Comparator<Row> byId = Comparator.comparing(row -> row.id().toString());
        boolean descending = !sorts.isEmpty() && sorts.getLast().descending();
        Comparator<Row> order = descending ? byId.reversed() : byId;
        for (Sort sort : sorts.reversed()) {
            order = byField(sort).thenComparing(order);
        }
        return order;
    }

    private static Comparator<Row> byField(Sort sort) {
        Function<Row, Value> value = row -> row.value(sort.field());
        Comparator<Value> values = ListsIntegrationTests::compare;
        return Comparator.comparing(value, (one, other) -> {
            if (one.isNull() || other.isNull()) {
                return Boolean.compare(one.isNull(), other.isNull());
            }
            return sort.descending() ? values.compare(other, one) : values.compare(one, other);
        });
    }

    private static int compare(Value one, Value other) {
        return switch (one) {
            case Value.Text(var text) -> folded(text).compareTo(folded(((Value.Text) other).value()));
            case Value.Int(var number) -> Long.compare(number, ((Value.Int) other).value());
            case Value.Decimal(var number) -> number.compareTo(((Value.Decimal) other).value());
            case Value.Bool(var truth) -> Boolean.compare(truth, ((Value.Bool) other).value());
            case Value.Date(var date) -> date.compareTo(((Value.Date) other).value());
            case Value.DateTime(var instant) -> instant.compareTo(((Value.DateTime) other).value());
            default -> throw new IllegalArgumentException("No order: " + one);
        };
    }

    private static String folded(String text) {
        String form = text.toLowerCase(Locale.ROOT);
        return form.substring(0, Math.min(form.length(), 200));
    }

    private Value.Fields thing() {
        var values = new LinkedHashMap<String, Value>();
        values.put("name", Value.text("thing " + random.nextInt(1000)));
        TYPES.forEach((name, type) -> {
            if (random.nextInt(6) > 0) {
                values.put(name, value(type));
            }
        });
        return new Value.Fields(values);
    }

    private Value value(Scalar type) {
        return switch (type) {
            case TEXT -> Value.text(word());
            case INTEGER -> Value.of(random.nextInt(20) - 10);
            case DECIMAL -> Value.of(BigDecimal.valueOf(random.nextInt(400) - 200, 2));
            case BOOLEAN -> Value.of(random.nextBoolean());
            case DATE -> Value.of(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(30)));
            case DATE_TIME -> Value.of(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(5) * 3600L));
            default -> throw new IllegalArgumentException(type.label());
        };
    }

    private String word() {
        return List.of(
                        "Open",
                        "open",
                        "closed",
                        "éclair",
                        "ÉCLAIR",
                        "门店",
                        "门",
                        "O",
                        "it's",
                        "x".repeat(230) + "A",
                        "x".repeat(230) + "b")
                .get(random.nextInt(11));
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> pick("word", "word_d") + " " + pick("==", "!=") + " " + quoted(word());
            case 1 -> pick("count", "count_d") + " " + relation() + " " + (random.nextInt(22) - 11);
            case 2 ->
                pick("rate", "rate_d") + " " + relation() + " " + BigDecimal.valueOf(random.nextInt(4000) - 2000, 3);
            case 3 -> pick("day", "day_d") + " " + relation() + " date('2024-01-" + (10 + random.nextInt(20)) + "')";
            case 4 -> simple();
            case 5 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 6 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            default -> "!(" + condition(depth - 1) + ")";
        };
    }

    private String simple() {
        return switch (random.nextInt(5)) {
            case 0 -> "word in [" + quoted(word()) + ", " + quoted(word()) + "]";
            case 1 -> pick("word", "word_d", "count", "rate", "day", "at") + " " + pick("==", "!=") + " null";
            case 2 -> pick("word", "word_d") + ".startsWith(" + quoted(word().substring(0, 1)) + ")";
            case 3 -> "yes";
            default -> "count + count_d " + relation() + " " + random.nextInt(10);
        };
    }

    private String relation() {
        return pick("==", "!=", "<", "<=", ">", ">=");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private List<Sort> order() {
        var names = new ArrayList<>(TYPES.keySet().stream().sorted().toList());
        Collections.shuffle(names, random);
        return names.subList(0, random.nextInt(4)).stream()
                .map(name -> new Sort(name, random.nextBoolean()))
                .toList();
    }

    private List<String> violations(Query query) {
        try {
            platform(() -> records.list(query));
            return List.of();
        } catch (ProblemException refused) {
            return refused.violations().stream()
                    .map(violation -> violation.field() + ":" + violation.code())
                    .toList();
        }
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
