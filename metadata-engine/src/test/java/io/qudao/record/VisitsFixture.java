package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;

import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.PermissionSet.Rows;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Visits to outlets, which are in regions, which are in others; many of the references are empty. */
final class VisitsFixture {
    static final int VISITS = 120;

    final Random random = new Random(20261130);

    /** Every other record is the keeper's own, the rest the platform's. */
    final Caller keeper;

    final List<UUID> outlets;

    private final Tenant tenant;
    private final Records records;

    VisitsFixture(Tenant tenant, RecordFixture fixture, Records records) {
        this.tenant = tenant;
        this.records = records;
        this.keeper = fixture.member(tenant, RecordFixture.rights(Rows.ALL), null);
        declare(fixture);
        var regions = create(
                6,
                "region",
                number -> given("name", Value.text("region " + number % 4), "people", Value.of(number % 3)));
        var provinces = create(
                12,
                "region",
                number -> given(
                        "name",
                        Value.text("Province " + number % 7),
                        "above",
                        number % 4 == 0 ? Value.none() : Value.of(regions.get(number % 6))));
        this.outlets = create(25, "outlet", number -> outlet(number, provinces));
        var all = outlets;
        create(
                VISITS,
                "visit",
                number -> given(
                        "name",
                        Value.text("visit " + number),
                        "outlet",
                        number % 7 == 0 ? Value.none() : Value.of(pick(all)),
                        "next",
                        number % 3 == 0 ? Value.none() : Value.of(pick(all)),
                        "guests",
                        Value.of(random.nextInt(9))));
    }

    private void declare(RecordFixture fixture) {
        fixture.cell(
                tenant,
                "region",
                List.of(
                        field("a1", "above", DataType.LOOKUP).to("region").build(),
                        field("a2", "people", DataType.INTEGER).slot("n1").build()));
        fixture.cell(
                tenant,
                "outlet",
                List.of(
                        field("a1", "region", DataType.LOOKUP)
                                .to("region")
                                .slot("r1")
                                .build(),
                        field("a2", "code", DataType.TEXT).slot("t1").build(),
                        field("a3", "note", DataType.TEXT).build(),
                        field("a4", "opened", DataType.DATE).slot("d1").build(),
                        field("a5", "rating", DataType.DECIMAL).build(),
                        field("a6", "turnover", DataType.MONEY).slot("n1").build(),
                        field("a7", "open", DataType.BOOLEAN).build()));
        fixture.cell(
                tenant,
                "visit",
                List.of(
                        field("a1", "outlet", DataType.LOOKUP)
                                .to("outlet")
                                .slot("r1")
                                .build(),
                        field("a2", "next", DataType.LOOKUP)
                                .to("outlet")
                                .slot("xr1")
                                .build(),
                        field("a3", "guests", DataType.INTEGER).slot("n1").build()));
    }

    private Value.Fields outlet(int number, List<UUID> regions) {
        var values = new LinkedHashMap<String, Value>();
        values.put("name", Value.text("outlet " + number));
        values.put("region", Value.of(pick(regions)));
        values.put("code", Value.text(List.of("A", "a", "b", "门店", "C").get(number % 5)));
        values.put("note", Value.text(List.of("Open", "open", "closed").get(number % 3)));
        values.put("opened", Value.of(LocalDate.of(2024, 1, 1 + number % 9)));
        values.put("rating", Value.of(BigDecimal.valueOf(random.nextInt(500), 2)));
        values.put("turnover", Value.of(BigDecimal.valueOf(random.nextInt(5))));
        values.put("open", Value.of(random.nextBoolean()));
        values.keySet().removeIf(name -> !name.equals("name") && random.nextInt(6) == 0);
        return new Value.Fields(values);
    }

    private List<UUID> create(int count, String object, IntFunction<Value.Fields> record) {
        return IntStream.range(0, count)
                .mapToObj(number -> TenantScope.call(
                        number % 2 == 0 ? keeper : Caller.platform(tenant),
                        () -> records.create(object, record.apply(number)).id()))
                .toList();
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
