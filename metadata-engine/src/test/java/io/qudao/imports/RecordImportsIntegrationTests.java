package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Tenant;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Publishing;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files of records of a tenant's own objects. */
@HttpTest
class RecordImportsIntegrationTests {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String TASKS = "/api/v1/records/task";

    @Autowired
    private ApplicationContext context;

    private ApiClient admin;
    private Tenant tenant;

    @BeforeEach
    void publishTasksOfShops() {
        tenant = TenantFixture.create(context);
        admin = ApiClient.admin(context, tenant);
        Publishing.publish(
                admin,
                "object/shop",
                "{\"label\":{\"en\":\"Shop\"},\"plural\":{\"en\":\"Shops\"}}",
                "field/shop.number",
                "{\"label\":{\"en\":\"Number\"},\"type\":\"text\",\"length\":20,\"unique\":true}",
                "object/task",
                "{\"label\":{\"en\":\"Task\"},\"plural\":{\"en\":\"Tasks\"}}",
                "field/task.code",
                "{\"label\":{\"en\":\"Code\",\"zh-CN\":\"编码\"},\"type\":\"text\",\"length\":20,\"unique\":true,"
                        + "\"required\":true}",
                "field/task.shop",
                "{\"label\":{\"en\":\"Shop\",\"zh-CN\":\"门店\"},\"type\":\"lookup\",\"target\":\"shop\"}",
                "field/task.points",
                "{\"label\":{\"en\":\"Points\",\"zh-CN\":\"分数\"},\"type\":\"integer\"}",
                "field/task.due",
                "{\"label\":{\"en\":\"Due\"},\"type\":\"date_time\"}",
                "field/task.result",
                "{\"label\":{\"en\":\"Result\"},\"type\":\"picklist\",\"options\":["
                        + "{\"value\":\"ok\",\"label\":{\"en\":\"Passed\",\"zh-CN\":\"合格\"}},"
                        + "{\"value\":\"no\",\"label\":{\"en\":\"Failed\",\"zh-CN\":\"不合格\"}}]}",
                "validation_rule/task.few",
                "{\"condition\":\"points > 100\",\"message\":{\"en\":\"Too many\"},\"field\":\"points\"}");
        admin.post("/api/v1/records/shop", "{\"name\":\"East\",\"number\":\"S1\"}");
        admin.post("/api/v1/records/shop", "{\"name\":\"West\",\"number\":\"S2\"}");
        admin.post("/api/v1/records/shop", "{\"name\":\"West\",\"number\":\"S3\"}");
    }

    @Test
    void addsRecordsAndThenChangesThemByTheirCode() {
        var first = run("all_or_nothing", "编码,name,门店,分数,Result\nT1,Shelf,East,7,合格\nT2,Door,S2,8,no\n");
        assertThat(figures(first)).as(first.body()).containsExactly("done", "2", "2", "0");
        assertThat(tasks()).containsExactly("T1 Shelf East 7 ok", "T2 Door West 8 no");
        var second = run("all_or_nothing", "code,points,shop,result\nT2,9,,Passed\n");
        assertThat(figures(second)).as(second.body()).containsExactly("done", "1", "1", "0");
        assertThat(tasks()).containsExactly("T1 Shelf East 7 ok", "T2 Door West 9 ok");
    }

    @Test
    void findsRecordsByKeysHoweverTheyAreSpelt() { // PP-40
        run("all_or_nothing", "code,name,shop,points\nAB12,Shelf,East,7\n");
        var again = run("good_rows", "code,name,shop,points\nａｂ１２,Door,ｓ２,\n");
        assertThat(figures(again)).as(again.body()).containsExactly("done", "1", "1", "0");
        assertThat(tasks()).containsExactly("AB12 Door West 7 ");
        var twice = run("good_rows", "code,points,result\nab12,8, 合格\nＡＢ１２,9,\n");
        assertThat(errors(twice)).containsExactly("3,code,repeated_row");
        assertThat(tasks()).containsExactly("AB12 Door West 8 ok");
    }

    @Test
    void readsTimesWithoutAnOffsetInTheTenantsZone() {
        var done = run(
                "all_or_nothing",
                "code,name,due\nT1,a,2026-12-01 17:30\nT2,b,2026-12-01T17:30:00+08:00\nT3,c,2026-12-01\n");
        assertThat(figures(done)).as(done.body()).containsExactly("done", "3", "3", "0");
        assertThat(admin.get(TASKS)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(task -> task.path("due").asString()))
                .containsExactlyInAnyOrder("2026-12-01T09:30:00Z", "2026-12-01T09:30:00Z", "2026-11-30T16:00:00Z");
    }

    @Test
    void leavesARecordThatAlreadyHasTheValuesAsItIs() {
        run("all_or_nothing", "code,name,points\nT1,Shelf,7\n");
        var before = admin.get(TASKS).body();
        assertThat(figures(run("all_or_nothing", "code,name,points\nT1,Shelf,7\n")))
                .containsExactly("done", "1", "1", "0");
        assertThat(admin.get(TASKS).body()).isEqualTo(before);
    }

    @Test
    void storesGoodRowsAndNamesEachWrongCell() {
        var done = run("good_rows", """
                code,name,shop,points,result
                T1,a,East,1,ok
                T2,b,North,1,ok
                T3,c,West,1,ok
                T4,d,S3,x,ok
                T5,e,S3,1,perhaps
                ,f,S3,1,ok
                T1,g,S3,2,ok
                T8,h,S3,101,ok
                T9,i,S3,3,no
                """);
        assertThat(figures(done)).containsExactly("done", "9", "2", "7");
        assertThat(errors(done))
                .containsExactly(
                        "3,shop,unknown",
                        "4,shop,import_ambiguous",
                        "5,points,wrong_type",
                        "6,result,not_one_of",
                        "7,code,required",
                        "8,code,repeated_row",
                        "9,points,record.rule");
        assertThat(tasks()).containsExactly("T1 a East 1 ok", "T9 i West 3 no");
    }

    @Test
    void storesARowInPlaceOfARefusedOneWithItsKey() {
        var done = run(
                "good_rows",
                "code,name,shop,points,result\nT1,a,North,1,ok\nT1,b,East,2,ok\nT1,c,East,3,ok\nT2,d,North,4,ok\n");
        assertThat(figures(done)).as(done.body()).containsExactly("done", "4", "1", "3");
        assertThat(errors(done)).containsExactly("2,shop,unknown", "4,code,repeated_row", "5,shop,unknown");
        assertThat(tasks()).containsExactly("T1 b East 2 ok");
        String far = IntStream.range(0, 1_500)
                .mapToObj(number -> "F" + number + ",n,East,1,ok")
                .collect(Collectors.joining(
                        "\n", "code,name,shop,points,result\nT3,a,North,1,ok\n", "\nT3,b,East,2,ok\n"));
        var other = run("good_rows", far);
        assertThat(errors(other)).containsExactly("2,shop,unknown");
        assertThat(admin.get(TASKS + "?filter=code%20%3D%3D%20%27T3%27")
                        .json()
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("b");
    }

    @Test
    void storesNothingOfAFileWithAWrongRow() { // P9
        var rejected = run("all_or_nothing", "code,name,points\nT1,a,1\nT2,b,101\n");
        assertThat(rejected.status()).isEqualTo(422);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void importsMoreThanOneBatch() {
        var rows = IntStream.range(0, 1_500)
                .mapToObj(i -> "T" + i + ",task " + i + ",S" + (i % 3 + 1) + "," + i % 100)
                .collect(Collectors.joining("\n", "code,name,shop,points\n", "\n"));
        assertThat(figures(run("good_rows", rows))).containsExactly("done", "1500", "1500", "0");
        assertThat(figures(run("good_rows", rows.replace(",task", ",Task"))))
                .containsExactly("done", "1500", "1500", "0");
        assertThat(admin.get(TASKS + "?count=exact&limit=1").at("/count")).isEqualTo("1500");
    }

    @Test
    void isOnlyForThoseWhoMayWriteTheRecords() {
        Publishing.publish(
                admin,
                "permission_set/reader",
                "{\"label\":{\"en\":\"R\"},\"permissions\":[\"import.run\"],\"objects\":{\"task\":{\"read\":true,"
                        + "\"rows\":\"all\"}}}",
                "permission_set/scorer",
                "{\"label\":{\"en\":\"S\"},\"permissions\":[\"import.run\"],\"objects\":{\"task\":{\"read\":true,"
                        + "\"update\":true,\"rows\":\"all\",\"readOnly\":[\"result\"]}}}");
        run("all_or_nothing", "code,name,points,result\nT1,a,1,ok\n");
        var refused = post(member("reader"), "all_or_nothing", "code,points\nT1,2\n");
        assertThat(refused.violations()).containsExactly("target:not_one_of");
        assertThat(post(admin, "records/nothing", "all_or_nothing", "code\nT1\n")
                        .violations())
                .containsExactly("target:not_one_of");
        var scorer = member("scorer");
        var scored = post(scorer, "good_rows", "code,points,result\nT1,2,no\nT2,3,no\n");
        assertThat(scored.json().path("ignoredColumns").toString()).isEqualTo("[\"result\"]");
        assertThat(figures(scored)).as(scored.body()).containsExactly("done", "2", "1", "1");
        assertThat(tasks()).containsExactly("T1 a - 2 ok");
    }

    private ApiClient member(String set) {
        var email = set + "@" + tenant.slug() + ".example";
        var invited = admin.post(
                "/api/v1/members",
                "{\"name\":\"M\",\"email\":\"%s\",\"permissionSets\":[\"%s\"]}".formatted(email, set));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return ApiClient.of(context, tenant, TestIdentity.personOf(email).toString());
    }

    private List<String> tasks() {
        var list = admin.get(TASKS + "?labels=true&sort=code&limit=100").json();
        return list.path("items")
                .valueStream()
                .map(task -> String.join(
                        " ",
                        task.path("code").asString(),
                        task.path("name").asString(),
                        list.path("labels").path(task.path("shop").asString("")).asString("-"),
                        task.path("points").asString(),
                        task.path("result").asString()))
                .toList();
    }

    private Answer run(String mode, String csv) {
        return post(admin, mode, csv);
    }

    private static Answer post(ApiClient member, String mode, String csv) {
        return post(member, "records/task", mode, csv);
    }

    private static Answer post(ApiClient member, String target, String mode, String csv) {
        return member.with("Content-Type", "text/csv")
                .send(
                        "POST",
                        IMPORTS + "?wait=true&mode=" + mode + "&target=" + target,
                        csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> figures(Answer job) {
        var json = job.json();
        return List.of(
                json.path("state").asString(),
                json.path("rows").asString(),
                json.path("stored").asString(),
                json.path("bad").asString());
    }

    private List<String> errors(Answer job) {
        return admin.get(job.header("Location") + "/errors")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll("^(\\d+,[^,]*,[^,]*),.*$", "$1"))
                .toList();
    }
}
