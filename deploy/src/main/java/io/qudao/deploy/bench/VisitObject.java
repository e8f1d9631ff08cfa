package io.qudao.deploy.bench;

import io.qudao.deploy.client.TenantApi;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A custom object of twelve fields, like those that companies make: visits of dealers. */
final class VisitObject {
    static final String NAME = "visit";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("status", """
                    "type": "picklist", "filterable": true, "options": [
                        {"value": "open", "label": {"en": "Open"}}, {"value": "done", "label": {"en": "Done"}}]"""),
            Map.entry("date", """
                    "type": "date", "filterable": true"""),
            Map.entry("kind", """
                    "type": "picklist", "options": [
                        {"value": "call", "label": {"en": "Call"}}, {"value": "tour", "label": {"en": "Tour"}}]"""),
            Map.entry("dealer", """
                    "type": "text", "length": 40"""),
            Map.entry("amount", """
                    "type": "decimal", "precision": 18, "scale": 2"""),
            Map.entry("score", """
                    "type": "integer\""""),
            Map.entry("note", """
                    "type": "text", "length": 200"""),
            Map.entry("city", """
                    "type": "text", "length": 60"""),
            Map.entry("checked", """
                    "type": "boolean\""""),
            Map.entry("at", """
                    "type": "date_time\""""),
            Map.entry("owner_name", """
                    "type": "text", "length": 60""")));

    private VisitObject() {}

    static void publish(TenantApi api) throws InterruptedException {
        Bench.component(api, "object", NAME, "{\"label\": {\"en\": \"Visit\"}}");
        for (var field : FIELDS.entrySet()) {
            Bench.component(
                    api,
                    "field",
                    NAME + "." + field.getKey(),
                    "{\"label\": {\"en\": \"%s\"}, %s}".formatted(field.getKey(), field.getValue()));
        }
        Bench.publish(api);
    }

    /** A record with all its fields; four of five are open. */
    static void write(ObjectNode into, SplittableRandom random, String name) {
        into.put("name", name)
                .put("status", random.nextInt(5) == 0 ? "done" : "open")
                .put("date", date(random))
                .put("kind", random.nextBoolean() ? "call" : "tour")
                .put("dealer", "Dealer " + random.nextInt(2_000))
                .put("amount", random.nextInt(1, 10_000_000) / 100 + "." + random.nextInt(10, 100))
                .put("score", random.nextInt(100))
                .put(
                        "note",
                        "shelf %d, row %d, "
                                        .formatted(random.nextInt(1000), random.nextInt(500))
                                        .repeat(4) + "end")
                .put("city", "City " + random.nextInt(300))
                .put("checked", random.nextBoolean())
                .put("at", date(random) + "T10:00:00Z")
                .put("owner_name", "Somebody " + random.nextInt(500));
    }

    static String one(SplittableRandom random) {
        var record = JSON.createObjectNode();
        write(record, random, "Visit " + random.nextInt());
        return record.toString();
    }

    static String firstOfMonth(SplittableRandom random) {
        return "2026-%02d-01".formatted(1 + random.nextInt(12));
    }

    private static String date(SplittableRandom random) {
        return "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
