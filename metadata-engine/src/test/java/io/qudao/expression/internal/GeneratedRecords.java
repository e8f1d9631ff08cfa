package io.qudao.expression.internal;

import io.qudao.expression.Column;
import io.qudao.expression.ColumnResolver;
import io.qudao.expression.SqlKind;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.Money;
import io.qudao.kernel.Value;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of the fixture's schema, as facts and as rows that keep each field in every way that a store may. */
final class GeneratedRecords {
    static final List<UUID> IDS = List.of(
            UUID.fromString("01920000-0000-7000-8000-000000000001"),
            UUID.fromString("f1920000-0000-7000-8000-0000000000ff"));

    private static final int KEY_LENGTH = 2;
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "ab",
            "AB",
            "open",
            "Open",
            "é",
            "É",
            "ß",
            "İ",
            "\uFFFD",
            "😀",
            "😁",
            "𐐀",
            "Σς",
            "%",
            "_",
            "a\\b",
            "it's",
            "two\nlines",
            "中文",
            "中");
    private static final List<String> NUMBERS = List.of(
            "0", "1", "-1", "2", "3", "7", "0.5", "1.25", "1.2500", "-0.0001", "100", "-99.99", "99999999999999.9999");
    private static final List<Long> LONGS = List.of(0L, 1L, -1L, 2L, 3L, 100L, Long.MAX_VALUE, Long.MIN_VALUE);

    private static final Map<String, List<Column>> COLUMNS = Map.ofEntries(
            Map.entry("status", texts("status")),
            Map.entry(
                    "code",
                    List.of(
                            new Column.Folded("data->>'code'", "t1", GeneratedRecords::key),
                            Column.of("code", SqlKind.TEXT))),
            Map.entry("buyer.level", texts("level")),
            Map.entry("old.status", List.of(Column.of("old_status", SqlKind.TEXT))),
            Map.entry(
                    "count",
                    List.of(
                            Column.of("count", SqlKind.INTEGER),
                            new Column.Scaled("count", 0),
                            Column.of("(data->>'count')::numeric", SqlKind.NUMERIC))),
            Map.entry("small", List.of(Column.of("small", SqlKind.INTEGER))),
            Map.entry("price", numbers("price")),
            Map.entry(
                    "rate",
                    List.of(new Column.Scaled("n1", 4), Column.of("(data->>'rate')::numeric", SqlKind.NUMERIC))),
            Map.entry("buyer.credit", numbers("credit")),
            Map.entry(
                    "net",
                    List.of(
                            new Column.Amount(Column.of("net", SqlKind.NUMERIC), "net_currency"),
                            new Column.Amount(new Column.Scaled("n2", 4), "data->>'net_currency'"))),
            Map.entry("fee", List.of(new Column.Amount(numbers("fee").getLast(), "data->>'fee_currency'"))),
            Map.entry("open", stored("open", SqlKind.BOOLEAN, "boolean")),
            Map.entry("day", stored("day", SqlKind.DATE, "date")),
            Map.entry("due", List.of(Column.of("d1", SqlKind.UTC_MIDNIGHT), Column.of("due", SqlKind.DATE))),
            Map.entry("at", stored("at", SqlKind.TIMESTAMPTZ, "timestamptz")),
            Map.entry("owner", stored("owner", SqlKind.UUID, "uuid")),
            Map.entry("buyer", stored("buyer", SqlKind.UUID, "uuid")),
            Map.entry("tags", List.of(Column.of("data->'tags'", SqlKind.JSON_LIST))),
            Map.entry("sizes", List.of(Column.of("sizes", SqlKind.JSON_LIST))));

    private static final String TABLE = """
            create table rec (
                id int primary key, status text, code text, t1 text collate "C", level text, old_status text collate "C",
                count bigint, small int, price numeric, rate numeric, credit numeric, net numeric, net_currency text,
                fee numeric, fee_currency char(3), open boolean, day date, due date, at timestamptz, owner uuid, buyer uuid,
                tags jsonb, sizes jsonb, n1 bigint, n2 bigint, d1 timestamptz, data jsonb)
            """;
    private static final String INSERT = """
            insert into rec (id, status, code, t1, level, old_status, count, small, price, rate, credit, net, net_currency,
                fee, fee_currency, open, day, due, at, owner, buyer, tags, sizes)
            values (?, ?::text, ?::text, ?::text, ?::text, ?::text, ?::bigint, ?::int, ?::numeric, ?::numeric, ?::numeric,
                ?::numeric, ?::text, ?::numeric, ?::text, ?::boolean, ?::date, ?::date, ?::timestamptz, ?::uuid, ?::uuid,
                ?::jsonb, ?::jsonb)
            """;
    private static final String DERIVE = """
            update rec set n1 = rate * 10000, n2 = net * 10000, d1 = due::timestamp at time zone 'UTC',
                data = jsonb_strip_nulls(jsonb_build_object('status', status, 'code', code, 'level', level, 'count', count,
                    'price', price, 'rate', rate, 'credit', credit, 'net_currency', net_currency, 'fee', fee,
                    'fee_currency', fee_currency, 'open', open, 'day', day, 'at', at, 'owner', owner, 'buyer', buyer,
                    'tags', tags))
            """;

    private final Random random;
    private final List<Map<String, Value>> all = new ArrayList<>();

    GeneratedRecords(long seed, int count) {
        random = new Random(seed);
        for (int index = 0; index < count; index++) {
            all.add(record());
        }
    }

    List<Map<String, Value>> all() {
        return all;
    }

    /** A way to read each field, differing by seed. */
    static ColumnResolver columns(long seed) {
        return path -> {
            List<Column> ways = COLUMNS.getOrDefault(path.toString(), List.of());
            return ways.get(Math.floorMod(seed + path.hashCode(), ways.size()));
        };
    }

    void store(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var insert = connection.prepareStatement(INSERT)) {
                for (int index = 0; index < all.size(); index++) {
                    bind(insert, index, all.get(index));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute(DERIVE);
        }
    }

    private Map<String, Value> record() {
        Map<String, Value> record = new HashMap<>();
        for (String name : List.of("status", "code", "buyer.level", "old.status")) {
            put(record, name, () -> Value.text(one(TEXTS)));
        }
        put(record, "count", () -> Value.of((long) one(LONGS)));
        put(record, "small", () -> Value.of(random.nextLong(-3, 4)));
        for (String name : List.of("price", "rate", "buyer.credit")) {
            put(record, name, () -> Value.of(new BigDecimal(one(NUMBERS))));
        }
        for (String name : List.of("net", "fee")) {
            put(
                    record,
                    name,
                    () -> Value.of(
                            new Money(new BigDecimal(one(NUMBERS)), one(List.of(CurrencyCode.CNY, CurrencyCode.USD)))));
        }
        put(record, "open", () -> Value.of(random.nextBoolean()));
        for (String name : List.of("day", "due")) {
            put(record, name, () -> Value.of(LocalDate.of(2026, 3, 1).plusDays(random.nextLong(-2, 3))));
        }
        put(
                record,
                "at",
                () -> Value.of(one(List.of(
                        ExpressionsFixture.MOMENT.instant(),
                        Instant.parse("2026-03-01T04:00:00.5Z"),
                        Instant.parse("1969-12-31T23:59:59.999999Z")))));
        put(record, "owner", () -> Value.of(one(IDS)));
        put(record, "buyer", () -> Value.of(one(IDS)));
        put(record, "tags", () -> items(() -> Value.text(one(TEXTS))));
        put(record, "sizes", () -> items(() -> Value.of(new BigDecimal(one(NUMBERS)))));
        return record;
    }

    private void put(Map<String, Value> record, String name, Supplier<Value> value) {
        if (random.nextInt(5) > 0) {
            record.put(name, value.get());
        }
    }

    private Value items(Supplier<Value> element) {
        return new Value.Items(Stream.generate(element).limit(random.nextInt(4)).toList());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void bind(PreparedStatement insert, int id, Map<String, Value> record) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add(plain(record.get("status")));
        row.add(plain(record.get("code")));
        row.add(record.get("code") instanceof Value.Text(var code) ? key(code) : null);
        for (String name : List.of("buyer.level", "old.status", "count", "small", "price", "rate", "buyer.credit")) {
            row.add(plain(record.get(name)));
        }
        for (String name : List.of("net", "fee")) {
            row.add(record.get(name) instanceof Value.Amount(var money) ? money.amount() : null);
            row.add(
                    record.get(name) instanceof Value.Amount(var money)
                            ? money.currency().value()
                            : null);
        }
        for (String name : List.of("open", "day", "due", "at", "owner", "buyer", "tags", "sizes")) {
            row.add(plain(record.get(name)));
        }
        for (int index = 0; index < row.size(); index++) {
            insert.setObject(index + 1, row.get(index));
        }
    }

    private static @Nullable Object plain(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text(var text) -> text;
            case Value.Int(var whole) -> whole;
            case Value.Decimal(var decimal) -> decimal;
            case Value.Bool(var truth) -> truth;
            case Value.Date(var date) -> date;
            case Value.DateTime(var instant) -> instant.atOffset(ZoneOffset.UTC);
            case Value.Ref(var id) -> id;
            case Value.Items(var items) -> json(items);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static String json(List<Value> items) {
        Function<Value, String> element = item -> item instanceof Value.Text(var text)
                ? "\"" + text.replace("\\", "\\\\").replace("\n", "\\n") + "\""
                : String.valueOf(plain(item));
        return items.stream().map(element).toList().toString();
    }

    /** Small, so that keys are cut and differ from their texts. */
    private static String key(String text) {
        return Texts.lower(text)
                .codePoints()
                .limit(KEY_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Column> texts(String name) {
        return List.of(Column.of(name, SqlKind.TEXT), Column.of("data->>'" + name + "'", SqlKind.TEXT));
    }

    private static List<Column> numbers(String name) {
        return stored(name, SqlKind.NUMERIC, "numeric");
    }

    private static List<Column> stored(String name, SqlKind kind, String type) {
        return List.of(Column.of(name, kind), Column.of("(data->>'" + name + "')::" + type, kind));
    }
}
