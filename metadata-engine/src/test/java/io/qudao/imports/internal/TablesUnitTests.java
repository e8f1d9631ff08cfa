package io.qudao.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.imports.ImportEncoding;
import io.qudao.imports.RawWorkbook;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Tables of every kind as they are read, without a database. */
class TablesUnitTests {
    private static final DataSize LIMIT = DataSize.ofMegabytes(8);

    private final Taken taken = new Taken();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "16.914999999999999 | General             | 16.915",
                "0.30000000000000004| General             | 0.3",
                "6901234567892      | General             | 6901234567892",
                "1.5E-3             | General             | 0.0015",
                "3.456              | 0.00                | 3.46",
                "5.6                | #,##0.00            | 5.6",
                "1234567.5          | [$¥-804]#,##0.00;[Red]-#,##0.00 | 1234567.5",
                "-12.5              | #,##0.00;[Red](#,##0.00) | -12.5",
                "12                 | 0\"件\"             | 12",
                "17                 | 0000                | 0017",
                "123456             | 0000                | 123456",
                "17                 | \"SKU-\"0000        | SKU-0017",
                "1234567            | 000-0000            | 123-4567",
                "0.125              | 0.0%                | 0.125",
                "0.07000000000000001| 0%                  | 0.07",
                "46358              | yyyy/m/d            | 2026-12-02",
                "46358.333333333336 | yyyy/m/d h:mm       | 2026-12-02T08:00",
                "46358.999999999    | yyyy\\-mm\\-dd hh:mm:ss | 2026-12-03T00:00",
                "46358              | yyyy/m/d h:mm       | 2026-12-02T00:00",
                "1.5                | [h]:mm              | 36:00:00",
                "17                 | \"SKU-\"0            | SKU-17",
                "18                 | \"K\"#               | K18",
                "19                 | \"共\"0\"件\"          | 19",
                "46358.75           | yyyy\"年\"m\"月\"d\"日\"  | 2026-12-02",
                "46358              | [$-804]yyyy\"年\"m\"月\"d\"日\";@ | 2026-12-02",
                "59                 | m/d/yy              | 1900-02-28",
                "61                 | m/d/yy              | 1900-03-01",
                "0.5                | h:mm:ss             | 12:00",
                "5                  | @                   | 5",
            })
    void readsNumbersAsTheSheetShowsThem(String stored, String format, String shown) {
        read(workbook("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>").formats(format));
        assertThat(taken.rows).containsExactly(List.of(shown));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17    | 00000_);(00000)  | 00017",
                "17    | 0000_;           | 0017",
                "17    | _-* \"A-\"000_-   | A-017",
                "17    | \"a_)\"000        | a_)017",
                "17    | \"A\\\"0000        | A\\0017",
                "12345 | \\\\0000           | \\12345",
                "17    | \"RMB \"0         | 17",
                "17    | \"Rs \"0          | 17",
                "17    | \"US$\"0          | 17",
                "17    | \"HKD\"0          | HKD17",
                "17    | \"ALL-\"0         | ALL-17",
            })
    void readsCodesWithoutWhatOnlyMakesRoom(String stored, String format, String shown) {
        readsNumbersAsTheSheetShowsThem(stored, format, shown);
    }

    @Test
    void readsTextsTruthsAndFormulas() {
        read(RawWorkbook.of(
                        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>c</t></is></c>"
                                + "<c t=\"str\"><f>1</f><v>d</v></c><c t=\"inlineStr\"><is><t>e</t></is></c></row>"
                                + "<row><c t=\"s\"><v>2</v></c><c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><r><t>00</t></r>"
                                + "<r><t>17</t></r></is></c><c t=\"str\"><f>A1</f><v>007</v></c><c t=\"d\"><v>2026-12-02T00:00:00</v></c></row>")
                .sharedStrings("<si><t>a</t></si><si><t>b</t></si><si><r><t>茅</t></r><r><t>台</t></r>"
                        + "<rPh><t>maotai</t></rPh></si>"));
        assertThat(taken.header).containsExactly("a", "b", "c", "d", "e");
        assertThat(taken.rows).containsExactly(List.of("茅台", "TRUE", "0017", "007", "2026-12-02T00:00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "22, 46358.729166666664, 2026-12-02T17:30",
        "18, 0.75, 18:00",
        "20, 0.75, 18:00",
        "32, 0.75, 18:00",
        "46, 1.5, 36:00:00",
        "56, 0.75, 18:00",
        "14, 46358.75, 2026-12-02",
        "31, 46358, 2026-12-02",
        "57, 46358, 2026-12-02",
    })
    void knowsWhichBuiltInFormatsShowTimes(int format, String stored, String shown) {
        read(workbook("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>")
                .part(
                        "xl/styles.xml",
                        "<x><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"" + format + "\"/></cellXfs></x>"));
        assertThat(taken.rows).containsExactly(List.of(shown));
    }

    @ParameterizedTest
    @CsvSource({"1, TRUE", "true, TRUE", "0, FALSE", "False, FALSE"})
    void readsTruths(String stored, String shown) {
        read(workbook("<c r=\"A2\" t=\"b\"><v>" + stored + "</v></c>"));
        assertThat(taken.rows).containsExactly(List.of(shown));
    }

    /** Some programs leave it to the reader to calculate: nothing of that may pass for an empty cell. */
    @Test
    void readsNoFormulaWithoutItsResult() {
        read(workbook("<c r=\"A2\"><f>100*10</f></c>"));
        read(workbook("<c r=\"A2\"><f>100*10</f><v/></c>"));
        read(workbook("<c r=\"A2\" t=\"str\"><f>B2</f></c>"));
        read(workbook("<c r=\"A2\" t=\"b\"><v>yes</v></c>"));
        assertThat(taken.faults)
                .containsExactly(Map.of(0, "=100*10"), Map.of(0, "=100*10"), Map.of(0, "=B2"), Map.of(0, "yes"));
        taken.faults.clear();
        read(workbook("<c r=\"A2\" t=\"str\"><f>B2</f><v></v></c>"));
        assertThat(taken.faults).isEmpty();
    }

    @Test
    void readsMergedCellsInAllTheirRows() {
        var rows = IntStream.rangeClosed(1, 4)
                .mapToObj(row -> "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c>%2$s</row>"
                        .formatted(row, row == 3 ? "" : "<c r=\"B%d\"><v>7</v></c>".formatted(row)))
                .collect(Collectors.joining());
        var merges = "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"A4:B4\"/></mergeCells>";
        read(RawWorkbook.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + rows + "</sheetData>" + merges + "</worksheet>"));
        assertThat(taken.rows).containsExactly(List.of("2", "7"), List.of("3", "7"), List.of("4", ""));
        assertThat(taken.faults).containsExactly(Map.of(1, "A4:B4"));
    }

    @Test
    void readsDaysOfEitherCalendarAndWorkbooksWithoutStyles() {
        read(workbook("<c r=\"A2\" s=\"1\"><v>44896</v></c>")
                .formats("yyyy-mm-dd")
                .settings("<workbookPr date1904=\"1\"/>"));
        assertThat(taken.rows).containsExactly(List.of("2026-12-02"));
        taken.rows.clear();
        read(workbook("<c r=\"A2\" s=\"3\"><v>46358</v></c>"));
        assertThat(taken.rows).containsExactly(List.of("46358"));
    }

    @Test
    void namesCellsThatHaveNoValue() {
        read(workbook("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>"));
        read(workbook("<c r=\"A2\"><v>1E2000000000</v></c>"));
        read(workbook("<c r=\"A2\" s=\"1\"><v>-1</v></c>").formats("yyyy-mm-dd"));
        read(workbook("<c r=\"A2\" s=\"1\"><v>60</v></c>").formats("yyyy-mm-dd"));
        assertThat(taken.faults)
                .containsExactly(
                        Map.of(0, "#N/A"), Map.of(0, "1E2000000000"), Map.of(0, "-1"), Map.of(0, "1900-02-29"));
        assertThat(new CellName(0, 2)).hasToString("A2");
        assertThat(new CellName(27, 10)).hasToString("AB10");
        assertThat(new CellName(701, 1)).hasToString("ZZ1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData/></worksheet>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>4000000</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"999999999\"><c><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"1\"><c><v>1</v>",
                "no xml",
            })
    void refusesSheetsThatAreDamagedOrHostile(String sheet) {
        refuse(RawWorkbook.of("").part("xl/worksheets/sheet1.xml", sheet));
    }

    @Test
    void refusesTextsTagsAndNestingWithoutEnd() {
        refuse(workbook("<c r=\"A2\" t=\"inlineStr\"><is><t>" + "a".repeat(40_000) + "</t></is></c>"));
        refuse(workbook("<c r=\"A2\" t=\"" + "a".repeat(100_000) + "\"><v>1</v></c>"));
        refuse(workbook("<a>".repeat(200) + "</a>".repeat(200)));
        refuse(workbook("").sharedStrings("<si><t>" + "a".repeat(40_000) + "</t></si>"));
        refuse(workbook("").part("xl/styles.xml", "<x><cellXfs>" + "<xf/>".repeat(80_000) + "</cellXfs></x>"));
        var formats = IntStream.range(0, 6_000)
                .mapToObj(id -> "<numFmt numFmtId=\"%d\" formatCode=\"0\"/>".formatted(id))
                .collect(Collectors.joining("", "<x>", "</x>"));
        refuse(workbook("").part("xl/styles.xml", formats));
    }

    /** A bracket does not end what the parser keeps as a whole: a comment, a section, a quoted attribute. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- > %s -->",
                "<!--> %s -->",
                "<![CDATA[ ]> %s ]]>",
                "<?a > %s ?>",
                "<c t=\"> %s\"/>",
                "<c t='\" > %s'/>",
                "<!-- < %s -->",
            })
    void refusesMarkupWithoutEnd(String markup) {
        refuse(workbook(markup.formatted("> a".repeat(50_000))));
    }

    @Test
    void readsBracketsAndQuotesThatEndNothing() {
        read(workbook("<!-- don't > --><?a 1 > 0 ?><c r=\"A2\" t=\"inlineStr\"><is><t a=\"'>\"><![CDATA["
                + "a > b".repeat(6_000) + "]]></t></is></c>"));
        assertThat(taken.rows).containsExactly(List.of("a > b".repeat(6_000)));
    }

    /** A few bytes for a range, and a few for a row, would be filled in for each other. */
    @Test
    void refusesMergedCellsThatCoverTooMuch() {
        refuse(merged("A2:XFD1048576", 1, 1_000));
        refuse(merged("A2:A1048576", 20_000, 1_000));
    }

    private static RawWorkbook merged(String range, int times, int rows) {
        var cells = IntStream.rangeClosed(1, rows)
                .mapToObj("<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c></row>"::formatted)
                .collect(Collectors.joining());
        return RawWorkbook.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + cells + "</sheetData><mergeCells>"
                                + "<mergeCell ref=\"%s\"/>".formatted(range).repeat(times)
                                + "</mergeCells></worksheet>");
    }

    @Test
    void refusesWhatUnpacksToMoreThanTheLimit() {
        assertThatThrownBy(() -> read(workbook("").part("xl/media/bomb.xml", " ".repeat(9 << 20))))
                .hasMessageContaining("too_large");
        var many = workbook("");
        for (int i = 0; i < 10_001; i++) {
            many.part("p" + i, "");
        }
        refuse(many);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 可乐, UTF-8",
        "GBK, 可乐, GB18030",
        "GBK, 王小明, GB18030",
        "Big5, 可樂, Big5",
        "Big5, 台北市信義區松高路, Big5",
        "UTF-8, Café größe, UTF-8",
        "UTF-8, Müller Élan, UTF-8",
        "UTF-8, CAFÉ ÖL, UTF-8",
        "UTF-8, Москва, UTF-8",
        "UTF-8, ありがとう, UTF-8",
        "UTF-8, 饕餮, UTF-8",
        "UTF-8, plain, UTF-8",
    })
    void findsOutHowATextIsEncoded(String charset, String name, String found) {
        var encoding = read(("code,name\nM1," + name + "\n").getBytes(Charset.forName(charset)), Optional.empty());
        assertThat(encoding.map(ImportEncoding::code)).contains(found);
        assertThat(taken.rows).containsExactly(List.of("M1", name));
    }

    /** Two bytes of GBK after capitals also spell a letter with an accent, and those of Windows a rare Chinese character. */
    @ParameterizedTest
    @CsvSource({"GBK, HP墨", "GBK, VC片", "GBK, PU毛", "GBK, A茅猫", "windows-1252, Müller", "windows-1252, Señor"})
    void asksHowAShortTextIsEncoded(String charset, String name) {
        var file = ("code,name\nM1," + name + "\n").getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> read(file, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(ImportProblem.UNCLEAR_ENCODING));
        assertThat(read(file, ImportEncoding.named(charset))).isPresent();
        assertThat(taken.rows).containsExactly(List.of("M1", name));
    }

    @Test
    void asksHowATextIsEncodedWhereThatIsNotClear() {
        var file = "code,name\nM1,茅台\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> read(file, Optional.empty()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(ImportProblem.UNCLEAR_ENCODING);
                    assertThat(refused.violations().getFirst().arguments().getFirst())
                            .contains("GB18030 茅台");
                });
        assertThat(taken.rows).isEmpty();
        assertThat(read(file, ImportEncoding.named("gbk"))).contains(ImportEncoding.GB18030);
        assertThat(taken.rows).containsExactly(List.of("M1", "茅台"));
        assertThatThrownBy(() -> read("x,可乐\n".getBytes(Charset.forName("GBK")), ImportEncoding.named("utf-8")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(Violation.of("encoding", "wrong_encoding", "UTF-8")));
    }

    @Test
    void leavesOutLinesOfSeparators() {
        read(",,\ncode,name,\nR2,Two,A\n,,\n \t,,\n".getBytes(Charset.forName("UTF-8")), Optional.empty());
        assertThat(taken.header).containsExactly("code", "name", "");
        assertThat(taken.rows).containsExactly(List.of("R2", "Two", "A"));
    }

    @Test
    void readsDigitsThatSpreadsheetsKeepAsTexts() {
        var file = "code,name\n=\"0017\",'t Hof\n\"=\"\"0018\"\"\",'0019\n";
        read(file.getBytes(Charset.forName("UTF-8")), Optional.empty());
        assertThat(taken.rows).containsExactly(List.of("0017", "'t Hof"), List.of("0018", "0019"));
    }

    @Test
    void countsNoSeparatorsWithinQuotes() {
        read("\"code\",\"name;a;b;c;d\",unit\nQ1,x,each\n".getBytes(Charset.forName("UTF-8")), Optional.empty());
        assertThat(taken.header).containsExactly("code", "name;a;b;c;d", "unit");
        assertThat(taken.rows).containsExactly(List.of("Q1", "x", "each"));
    }

    @Test
    void refusesRecordsWithoutEnd() {
        for (String text :
                List.of("a".repeat(2 << 20), "a,b\n" + ",".repeat(2 << 20), "a,b\n\"" + "x\n".repeat(1 << 20))) {
            assertThatThrownBy(() -> read(text.getBytes(Charset.forName("UTF-8")), Optional.empty()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(ImportProblem.BROKEN_FILE));
        }
    }

    private static RawWorkbook workbook(String cells) {
        return RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>"
                + "<row r=\"2\">" + cells + "</row>");
    }

    private void refuse(RawWorkbook workbook) {
        assertThatThrownBy(() -> read(workbook))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(ImportProblem.BROKEN_FILE));
    }

    private void read(RawWorkbook workbook) {
        assertThat(read(workbook.bytes(), Optional.empty())).isEmpty();
    }

    private Optional<ImportEncoding> read(byte[] file, Optional<ImportEncoding> said) {
        try (var spooled = Spool.of(new ByteArrayInputStream(file), DataSize.ofMegabytes(64))) {
            return TableReader.read(spooled, said, LIMIT, taken);
        }
    }

    private static final class Taken implements TableSink {
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Map<Integer, String>> faults = new ArrayList<>();
        private List<String> header = List.of();

        @Override
        public void header(List<String> names) {
            header = names;
        }

        @Override
        public void row(StagedRow row) {
            rows.add(row.cells());
            if (row.faults() != null && !row.faults().isEmpty()) {
                faults.add(row.faults());
            }
        }
    }
}
