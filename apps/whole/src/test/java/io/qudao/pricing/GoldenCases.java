package io.qudao.pricing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared cases of price and promotion, as far as prices go: {@code QUDAO_GOLDEN}, or {@code ../shared/golden} beside the project. */
public final class GoldenCases {
    private static final String FILE = "price-promotion.json";

    private GoldenCases() {}

    /** @param expected by line: row, unit price, gross; empty where lines were refused */
    public record Case(
            String id,
            Instant at,
            PriceMode mode,
            Buyer buyer,
            List<Row> rows,
            List<Line> lines,
            List<Expected> expected,
            Set<Integer> refused) {}

    public record Buyer(String id, @Nullable String group, List<String> regions) {}

    public record Row(
            String id,
            PriceScope scope,
            @Nullable String key,
            int priority,
            String sku,
            String unit,
            long minimum,
            Instant from,
            @Nullable Instant until,
            String price) {}

    public record Line(int number, String sku, String unit, long quantity) {}

    public record Expected(int line, String row, String unitPrice, String gross) {}

    /** All cases; skips the test where the file is absent. */
    public static List<Case> read() {
        var file = folder().resolve(FILE);
        assumeTrue(Files.isReadable(file), () -> "SKIPPED: the golden cases are not at " + file.toAbsolutePath());
        var cases = new ArrayList<Case>();
        JsonMapper.builder().build().readTree(file.toFile()).forEach(node -> cases.add(readCase(node)));
        return cases;
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("QUDAO_GOLDEN"))
                .map(Path::of)
                .orElseGet(() -> root().resolve("../shared/golden"));
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve("tenant-service"))) {
            here = here.getParent();
        }
        return here;
    }

    private static Case readCase(JsonNode node) {
        var buyer = node.get("buyer");
        var expect = node.get("expect");
        return new Case(
                node.get("id").asString(),
                instant(node.get("instant")),
                node.get("mode").asString().equals("first") ? PriceMode.FIRST_MATCH : PriceMode.LOWEST,
                new Buyer(
                        buyer.get("id").asString(),
                        text(buyer.get("group")),
                        buyer.get("regions")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()),
                node.get("priceRows").valueStream().map(GoldenCases::row).toList(),
                node.get("lines").valueStream().map(GoldenCases::line).toList(),
                expect.path("lines").valueStream().map(GoldenCases::expected).toList(),
                expect.path("refused").valueStream().map(JsonNode::asInt).collect(java.util.stream.Collectors.toSet()));
    }

    private static Row row(JsonNode row) {
        return new Row(
                row.get("id").asString(),
                PriceScope.valueOf(row.get("scope").asString().toUpperCase(java.util.Locale.ROOT)),
                text(row.get("key")),
                row.get("listPriority").asInt(),
                row.get("sku").asString(),
                row.get("unit").asString(),
                row.get("minQty").asLong(),
                instant(row.get("from")),
                row.get("to").isNull() ? null : instant(row.get("to")),
                row.get("price").asString());
    }

    private static Line line(JsonNode line) {
        return new Line(
                line.get("no").asInt(),
                line.get("sku").asString(),
                line.get("unit").asString(),
                line.get("qty").asLong());
    }

    private static Expected expected(JsonNode line) {
        return new Expected(
                line.get("no").asInt(),
                line.get("priceRow").asString(),
                line.get("unitPrice").asString(),
                line.get("gross").asString());
    }

    private static Instant instant(JsonNode node) {
        return OffsetDateTime.parse(node.asString()).toInstant();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }
}
