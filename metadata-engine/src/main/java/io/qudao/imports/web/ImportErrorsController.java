package io.qudao.imports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.qudao.imports.Imports;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import io.qudao.rest.Languages;
import io.qudao.rest.ProblemBody;
import io.qudao.rest.ProblemTexts;
import io.qudao.rest.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns what is wrong with an imported file: as CSV, or the first errors as a problem for clients that accept one.
 */
@RestController
class ImportErrorsController {
    private static final int PAGE = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Imports imports;
    private final ProblemTexts texts;
    private final ProblemWriter problems;

    ImportErrorsController(Imports imports, ProblemTexts texts, ProblemWriter problems) {
        this.imports = imports;
        this.texts = texts;
        this.problems = problems;
    }

    /**
     * Returns the same problem that a client waiting for the import gets, with the same status in header and body (RFC
     * 9457); no content if nothing is wrong.
     */
    @GetMapping(path = "/api/v1/imports/{id}/errors", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
    @Permits("import.run")
    ResponseEntity<ProblemBody> problem(@PathVariable UUID id, HttpServletRequest request) {
        var job = imports.get(id);
        if (job.bad() == 0) {
            return ResponseEntity.noContent().build();
        }
        var problem = problems.describe(request, ImportRefusal.of(job, imports));
        return ResponseEntity.status(problem.status()).body(problem);
    }

    /** Streams CSV of row, field, code and reason page by page from the database to the client. */
    @GetMapping("/api/v1/imports/{id}/errors")
    @Permits("import.run")
    void errors(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = imports.errors(id, -1, PAGE);
        var locale = Languages.of(request);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"errors.csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                var csv = CsvWriter.builder().build(out)) {
            out.write(BYTE_ORDER_MARK);
            csv.writeRecord("row", "field", "code", "reason");
            while (!page.isEmpty()) {
                page.forEach(violation -> write(csv, violation, locale));
                page = next(id, page);
            }
        }
    }

    private List<Violation> next(UUID id, List<Violation> page) {
        return imports.errors(id, Objects.requireNonNull(page.getLast().row()), PAGE);
    }

    private void write(CsvWriter csv, Violation violation, Locale locale) {
        csv.writeRecord(
                String.valueOf(violation.row()),
                harmless(violation.field()),
                violation.code(),
                harmless(texts.message(violation, locale)));
    }

    /** Escapes a cell so that a spreadsheet does not read it as a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
