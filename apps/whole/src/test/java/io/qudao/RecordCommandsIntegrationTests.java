package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Value;
import io.qudao.record.RecordCommands;
import io.qudao.record.Records;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.StatementCounter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the commands of modules cost the records API. */
class RecordCommandsIntegrationTests extends Walk {
    @Autowired
    private Records records;

    /**
     * Statements that read the table of a record while it is changed: for the caller, by the module under its lock, and as
     * it is stored; some modules ask whether the caller may see it, or need what no field of the object has.
     */
    @Test
    void readsARecordAFewTimesToChangeIt() throws Exception {
        goods();
        good(admin.post("/api/v1/partners", "{\"code\":\"D\",\"name\":\"D\",\"role\":\"distributor\"}"));
        good(admin.post("/api/v1/partners", "{\"code\":\"V\",\"name\":\"V\",\"role\":\"vendor\"}"));
        var expected = Map.of(
                "partner", 4,
                "account", 5,
                "category", 3,
                "product", 6,
                "sku", 4,
                "price_list", 4);
        var reads = new LinkedHashMap<String, Integer>();
        for (String object : changeable()) {
            String field = object.equals("account") ? "price_group" : "name";
            var id = object.equals("partner") ? vendor() : UUID.fromString(first(object));
            long version =
                    platform(() -> change(object, id, records.read(object, id).version(), field, "once"));
            var statements =
                    StatementCounter.textsDuring(() -> platform(() -> change(object, id, version, field, "twice")));
            var read = Pattern.compile("(?s)^\\s*select.*from\\s+apps\\." + table(object) + "\\s.*");
            reads.put(object, (int) statements.stream()
                    .filter(text -> read.matcher(text).matches())
                    .count());
        }
        assertThat(reads).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void addsSkusWithoutReadingTheOthersOfTheirProduct() throws Exception {
        goods();
        var product = UUID.fromString(first("product"));
        String there = "/api/v1/records/sku/" + first("sku");
        String version = admin.get(there).header("ETag");
        add(product, "A", 1);
        var few = StatementCounter.textsDuring(() -> add(product, "B", 10));
        var many = StatementCounter.textsDuring(() -> add(product, "C", 40));
        // Four times as many, and what is asked once a second, such as for a newer release.
        assertThat(many.size()).isLessThan(5 * few.size());
        assertThat(many)
                .filteredOn(text -> text.contains("apps.sku") && text.matches("(?s).*product_id\\s*=.*"))
                .as("reads no SKU of the product, but counts them")
                .allMatch(text -> text.startsWith("select count(*)"));
        assertThat(admin.get(there).header("ETag")).isEqualTo(version);
    }

    private List<UUID> add(UUID product, String prefix, int number) {
        var drafts = IntStream.range(0, number)
                .mapToObj(at -> fields(
                        "product", Value.of(product),
                        "code", Value.text(prefix + at),
                        "name", Value.text("N"),
                        "base_unit", Value.text("each")))
                .toList();
        return platform(() -> records.createAll("sku", drafts));
    }

    private List<String> changeable() {
        return context.getBeansOfType(RecordCommands.Changes.class).values().stream()
                .map(RecordCommands::object)
                .sorted()
                .toList();
    }

    private long change(String object, UUID id, long version, String field, String value) {
        return records.patch(object, id, version, fields(field, Value.text(value)))
                .version();
    }

    private String first(String object) {
        return admin.get("/api/v1/records/" + object + "?limit=1").at("/items/0/id");
    }

    private UUID vendor() {
        return UUID.fromString(admin.get("/api/v1/partners?role=vendor").at("/items/0/id"));
    }

    private static String table(String object) {
        return object.equals("account") ? "trading_account" : object;
    }

    private static Value.Fields fields(Object... namesAndValues) {
        return new Value.Fields(IntStream.range(0, namesAndValues.length / 2)
                .boxed()
                .collect(Collectors.toMap(
                        at -> (String) namesAndValues[2 * at],
                        at -> (Value) namesAndValues[2 * at + 1],
                        (one, other) -> other,
                        LinkedHashMap::new)));
    }

    private <T> T platform(ScopedValue.CallableOp<T, RuntimeException> work) {
        return TenantScope.call(Caller.platform(tenant), work);
    }
}
