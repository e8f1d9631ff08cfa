package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.ApiClient;
import io.qudao.testing.ApiClient.Answer;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files as people have them: encodings, packings, workbooks, and files that are none. */
@HttpTest
class FilesIntegrationTests {
    private static final String CHINESE = "编码;备注;数量\n可乐;\"好喝;的\";3\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private ApiClient api;

    @BeforeEach
    void makeTenant() {
        tenant = TenantFixture.create(context);
        api = ApiClient.admin(context, tenant);
    }

    @Test
    void readsEveryEncoding() {
        for (byte[] file : List.of(
                CHINESE.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_8),
                CHINESE.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + CHINESE).getBytes(StandardCharsets.UTF_16LE),
                CHINESE.replace(';', '\t').replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))) {
            var done = upload(file);
            assertThat(done.json().path("stored").asInt()).as(done.body()).isEqualTo(1);
            assertThat(done.json().path("ignoredColumns").path(0).asString()).isEqualTo("备注");
        }
    }

    @Test
    void saysHowATextWasReadAndAsksWhereThatIsNotClear() {
        assertThat(upload(CHINESE.getBytes(Charset.forName("GBK")))
                        .json()
                        .path("encoding")
                        .asString())
                .isEqualTo("GB18030");
        var unclear = "code,quantity\n茅台,1\n".getBytes(Charset.forName("GBK"));
        assertRefused(unclear, "imports.unclear_encoding");
        assertThat(upload(unclear).violations()).containsExactly("encoding:unclear_encoding");
        var said = uploadAs("gbk", unclear);
        assertThat(said.json().path("encoding").asString()).as(said.body()).isEqualTo("GB18030");
        assertThat(uploadAs("utf-7", unclear).violations()).containsExactly("encoding:not_one_of");
        assertThat(uploadAs("utf-8", "数量\n".getBytes(Charset.forName("GBK"))).code())
                .isEqualTo("imports.wrong_encoding");
    }

    @Test
    void namesTheCellsThatCannotBeRead() {
        var sheet = RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>quantity</t></is></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>note</t></is></c></row>"
                        + "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\" t=\"e\"><v>#N/A</v></c></row>"
                        + "<row r=\"6\"><c r=\"A6\"><v>2</v></c><c r=\"B6\"><v>3</v></c>"
                        + "<c r=\"C6\" t=\"e\"><v>#REF!</v></c></row>")
                .bytes();
        var done = upload(sheet);
        assertThat(done.json().path("stored").asInt()).as(done.body()).isEqualTo(1);
        assertThat(api.with("Accept-Language", "en")
                        .get(done.header("Location") + "/errors")
                        .body())
                .contains("5,quantity,unreadable_cell,Cell B5 has no value; the sheet shows #N/A.");
    }

    @Test
    void unpacksGzip() throws IOException {
        var packed = gzip("code,quantity\na1,1\n");
        assertThat(upload(packed).json().path("stored").asInt()).isEqualTo(1);
        var cut = upload(Arrays.copyOf(packed, packed.length - 9));
        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.code()).isEqualTo("imports.broken_file");
    }

    @Test
    void readsWorkbooks() throws IOException {
        var done = upload(workbook());
        assertThat(done.json().path("state").asString()).as(done.body()).isEqualTo("done");
        assertThat(done.json().path("stored").asInt()).isEqualTo(2);
        assertThat(done.json().path("bad").asInt()).isEqualTo(1);
        assertThat(api.get(done.header("Location") + "/errors").body()).contains("5,quantity,wrong_type");
    }

    @Test
    void takesUploadsOfForms() {
        String body = """
                --cut\r
                Content-Disposition: form-data; name="file"; filename="probes.csv"\r
                Content-Type: text/csv\r
                \r
                code,quantity
                a1,1
                \r
                --cut--\r
                """;
        var done = api.with("Content-Type", "multipart/form-data; boundary=cut")
                .post("/api/v1/imports?target=probes&wait=true", body);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("fileName").asString()).isEqualTo("probes.csv");
    }

    @Test
    void refusesFilesThatAreNoTables() throws IOException {
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "imports.not_a_table");
        assertRefused(new byte[] {'a', ',', (byte) 0xff, (byte) 0xff, '\n'}, "imports.not_a_table");
        assertRefused(zip("readme.txt"), "imports.not_a_table");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, "imports.old_excel");
        assertRefused(" \n".getBytes(StandardCharsets.UTF_8), "imports.empty_file");
        assertRefused("code,quantity\n".getBytes(StandardCharsets.UTF_8), "imports.empty_file");
        assertRefused(Arrays.copyOf(workbook(), 400), "imports.broken_file");
        assertRefused(zip("[Content_Types].xml"), "imports.broken_file");
        assertThat(api.with("Content-Type", "text/csv")
                        .post("/api/v1/imports?target=probes", "")
                        .code())
                .isEqualTo("imports.empty_file");
        assertThat(api.get("/api/v1/imports").json().path("items").size()).isZero();
    }

    @Test
    void namesWrongHeadings() {
        var missing = upload("code,amount\na,1\n");
        assertThat(missing.code()).isEqualTo("imports.wrong_header");
        assertThat(missing.violations()).containsExactly("quantity:missing_column");
        assertThat(upload("code,Qty,数量\na,1,2\n").violations()).containsExactly("quantity:duplicate_column");
    }

    @Test
    void namesTheLineOfABrokenQuote() {
        var text = upload("code,quantity\na,1\n\"b\"x,2\nc,3\n");
        assertThat(text.code()).isEqualTo("imports.broken_file");
        assertThat(row(text)).isEqualTo(3);
        var open = upload("code,quantity\na,1\nb,2\n\"c,3\nd,4\n");
        assertThat(open.violations()).containsExactly(":broken_quotes");
        assertThat(row(open)).isEqualTo(4);
        assertThat(upload("code,quantity\n5\" pipe,1\n\"say \"\"hi\"\"\",2\n\"two\nlines\",3\n")
                        .json()
                        .path("stored")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void saysThatALineIsTooLong() {
        var wide = upload("code,quantity\na,1\nb,2" + ",".repeat(20_000) + "\n");
        assertThat(wide.code()).isEqualTo("imports.broken_file");
        assertThat(wide.violations()).containsExactly(":record_too_long");
        assertThat(row(wide)).isEqualTo(3);
        assertThat(upload("c" + ",c".repeat(200_000) + "\n").violations()).containsExactly(":record_too_long");
        assertThat(upload("code,quantity\n" + "a".repeat(1_100_000) + ",1\n").violations())
                .containsExactly(":record_too_long");
    }

    @Test
    void readsManyQuotedFields() {
        var lines = IntStream.range(0, 1_000)
                .mapToObj(number -> "\"a long code, number %d\",1\n".formatted(number))
                .collect(Collectors.joining());
        var read = upload("code,quantity\n" + lines);
        assertThat(read.json().path("stored").asInt()).as(read.body()).isEqualTo(1_000);
    }

    @Test
    void refusesUnknownTargetModeAndContentType() {
        assertThat(at("?target=nothing").violations()).containsExactly("target:not_one_of");
        assertThat(at("").violations()).containsExactly("target:required");
        assertThat(at("?target=probes&mode=half").violations()).containsExactly("mode:not_one_of");
        assertThat(api.post("/api/v1/imports?target=probes", "{}").status()).isEqualTo(415);
    }

    private Answer at(String query) {
        return api.with("Content-Type", "text/csv").post("/api/v1/imports" + query, "code,quantity\na,1\n");
    }

    private void assertRefused(byte[] file, String code) {
        var answer = upload(file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.violations()).as(answer.body()).isNotEmpty();
    }

    private static int row(Answer answer) {
        return answer.json().path("violations").path(0).path("row").asInt();
    }

    @Test
    void keepsRowsOfManyEmptyCellsInSmallChunks() { // C1
        var empty = ",".repeat(3_000);
        var rows = IntStream.range(0, 900)
                .mapToObj(i -> "w" + i + ",1" + empty)
                .collect(Collectors.joining("\n", "code,quantity" + empty + "\n", "\n"));
        assertThat(upload(rows).json().path("stored").asInt()).isEqualTo(900);
        Integer chunks = TenantScope.call(
                Caller.platform(tenant),
                () -> transaction.execute(status -> jdbc.sql("select chunks from engine.import_job")
                        .query(Integer.class)
                        .single()));
        assertThat(chunks).isBetween(9, 20);
    }

    private Answer upload(String text) {
        return upload(text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer upload(byte[] file) {
        return api.with("Content-Type", "application/octet-stream")
                .send("POST", "/api/v1/imports?target=probes&mode=good_rows&wait=true", file);
    }

    private Answer uploadAs(String encoding, byte[] file) {
        return api.with("Content-Type", "application/octet-stream")
                .send("POST", "/api/v1/imports?target=probes&mode=good_rows&wait=true&encoding=" + encoding, file);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("nothing".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "tests", "1.0")) {
            var sheet = workbook.newWorksheet("数据");
            sheet.value(0, 0, "SKU code");
            sheet.value(0, 1, "备注");
            sheet.value(0, 2, "数量");
            sheet.value(1, 0, "可乐");
            sheet.value(1, 2, 12);
            sheet.value(3, 0, "雪碧");
            sheet.value(3, 1, LocalDate.of(2026, 1, 2));
            sheet.value(3, 2, 7);
            sheet.value(4, 0, "芬达");
            sheet.value(4, 2, "many");
        }
        return bytes.toByteArray();
    }
}
