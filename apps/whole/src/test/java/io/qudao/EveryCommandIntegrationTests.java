package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.imports.ImportTarget;
import io.qudao.record.RecordCommands;
import io.qudao.record.RecordsChanged.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every command on records and every import notifies listeners; a new one without a case here fails. */
class EveryCommandIntegrationTests extends Walk {
    @Test
    void tellsTheChangesOfEveryCommandOfRecords() {
        var goods = goods();
        var created = new HashMap<String, String>();
        created.put("partner", command("partner", Kind.CREATED, "", "{'code':'R','name':'R','role':'DISTRIBUTOR'}"));
        created.put(
                "account",
                command(
                        "account",
                        Kind.CREATED,
                        "",
                        "{'seller':'%s','buyer':'%s'}".formatted(created.get("partner"), head)));
        created.put("category", command("category", Kind.CREATED, "", "{'code':'R','name':'R'}"));
        created.put("product", first("product"));
        created.put(
                "sku",
                command(
                        "sku",
                        Kind.CREATED,
                        "",
                        "{'product':'%s','code':'R','name':'R','base_unit':'each'}".formatted(created.get("product"))));
        created.put(
                "price_list",
                command("price_list", Kind.CREATED, "", "{'code':'R','name':'R','scope':'BASE','priority':2}"));
        command("warehouse", Kind.CREATED, "", "{'code':'R','name':'R'}");
        var changes = Map.of(
                "partner", "{'name':'S'}",
                "account", "{'price_group':'S'}",
                "category", "{'name':'S'}",
                "product", "{'brand':'S'}",
                "sku", "{'name':'S'}",
                "price_list", "{'name':'S','heard':'S'}");
        changes.forEach((object, values) -> command(object, Kind.CHANGED, created.getOrDefault(object, ""), values));
        assertThat(goods.sku()).isNotEmpty();
        assertThat(walked).containsAll(recordCommands());
        walked.removeIf(step -> step.contains("/"));
        assertThat(walked).isEqualTo(recordCommands());
    }

    @Test
    void tellsTheChangesOfEachRecordOfABatch() {
        var batches = Map.of(
                "partner", "{'code':'%1$s','name':'%1$s','role':'DISTRIBUTOR'}",
                "category", "{'code':'%1$s','name':'%1$s'}",
                "price_list", "{'code':'%1$s','name':'%1$s','scope':'BASE','priority':3}",
                "warehouse", "{'code':'%1$s','name':'%1$s'}");
        batches.forEach((object, record) -> {
            changes.take(tenant);
            good(admin.post(
                    "/api/v1/records/" + object + "/batch",
                    "{'records':[%s,%s]}"
                            .formatted(record.formatted("X"), record.formatted("Y"))
                            .replace('\'', '"')));
            assertThat(changes.take(tenant).stream()
                            .filter(change -> name(change).equals(object + " " + Kind.CREATED))
                            .mapToInt(change -> change.ids().size())
                            .sum())
                    .as(object)
                    .isEqualTo(2);
        });
    }

    @Test
    void tellsTheChangesOfOwnFieldsOfEveryObject() {
        var buyer = id(admin.post("/api/v1/partners", "{\"code\":\"D\",\"name\":\"D\",\"role\":\"distributor\"}"));
        trade(buyer, goods());
        for (String object : OBJECTS) {
            command(object, Kind.CHANGED, first(object), "{'heard':'x'}");
        }
    }

    @Test
    void tellsTheChangesOfEveryImport() {
        String code = admin.get("/api/v1/partners/" + head).at("/code");
        imported("partners", "code,name,role\nI,I,distributor", "account CREATED", "partner CREATED");
        imported("accounts", "seller_code,buyer_code\nI," + code, "account CREATED");
        imported("products", "code,name,category\nP,P,Drinks", "category CREATED", "product CREATED", "sku CREATED");
        imported("stock", "sku_code,quantity\nP,5", "stock_level CREATED", "warehouse CREATED");
        imported(
                "price-lists",
                "list_code,list_name,sku_code,price\nL,L,P,2.00",
                "price_list CHANGED",
                "price_list CREATED");
        imported("partners", "code,name,role\nI,J,distributor", "partner CHANGED");
        imported("products", "code,name,category\nP,Q,Drinks", "product CHANGED", "sku CHANGED");
        assertThat(walked)
                .isEqualTo(context.getBeansOfType(ImportTarget.class).values().stream()
                        .filter(target ->
                                !target.getClass().getPackageName().equals(ImportTarget.class.getPackageName()))
                        .map(ImportTarget::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What modules can do with records of their objects, such as {@code partner CREATED}. */
    private Set<String> recordCommands() {
        var commands = new TreeSet<String>();
        for (var command : context.getBeansOfType(RecordCommands.class).values()) {
            if (command instanceof RecordCommands.Creates) {
                commands.add(command.object() + " " + Kind.CREATED);
            }
            if (command instanceof RecordCommands.Changes) {
                commands.add(command.object() + " " + Kind.CHANGED);
            }
            if (command instanceof RecordCommands.Deletes) {
                commands.add(command.object() + " " + Kind.DELETED);
            }
        }
        return commands;
    }

    /** Adds or changes a record through the records API, expects its change event, and returns its id. */
    private String command(String object, Kind kind, String id, String values) {
        changes.take(tenant);
        String path = "/api/v1/records/" + object + (id.isEmpty() ? "" : "/" + id);
        String body = values.replace('\'', '"');
        var answer = good(
                kind == Kind.CREATED
                        ? admin.post(path, body)
                        : admin.with("If-Match", admin.get(path).header("ETag")).patch(path, body));
        var told = changes.take(tenant).stream()
                .filter(change -> name(change).equals(object + " " + kind))
                .toList();
        assertThat(told).as(object).isNotEmpty();
        if (kind == Kind.CHANGED) {
            assertThat(told.getFirst().changes().getFirst().fields()).as(object).isNotEmpty();
        }
        walked.add(object + " " + kind);
        return answer.at("/id");
    }

    private String first(String object) {
        return admin.get("/api/v1/records/" + object + "?limit=1").at("/items/0/id");
    }

    private void imported(String target, String file, String... expected) {
        changes.take(tenant);
        var job = good(admin.with("Content-Type", "text/csv")
                .send("POST", "/api/v1/imports?wait=true&target=" + target, file + "\n"));
        assertThat(job.at("/state")).as(job.body()).isEqualTo("done");
        assertThat(changes.take(tenant).stream().map(Walk::name).distinct())
                .as(target)
                .containsExactlyInAnyOrder(expected);
        walked.add(target);
    }
}
