package io.qudao.imports.web;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.imports.ImportEncoding;
import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportState;
import io.qudao.imports.Imports;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over REST: upload a file, then read the job's progress and its violations. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);
    private static final int LONGEST_NAME = 200;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Permits("import.run")
    ResponseEntity<ImportJob> upload(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(name = "wait", defaultValue = "false") boolean waits,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestParam("file") MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        try (var content = file.getInputStream()) {
            return start(request(target, mode, encoding, file.getOriginalFilename(), key), content, waits, response);
        }
    }

    @PostMapping(
            consumes = {
                "text/csv",
                "text/plain",
                "text/tab-separated-values",
                "application/gzip",
                "application/x-gzip",
                "application/octet-stream",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @Permits("import.run")
    ResponseEntity<ImportJob> stream(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String fileName,
            @RequestParam(name = "wait", defaultValue = "false") boolean waits,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            InputStream body,
            HttpServletResponse response) {
        return start(request(target, mode, encoding, fileName, key), body, waits, response);
    }

    @GetMapping
    @Permits("import.run")
    Slice<ImportJob> list(@RequestParam(defaultValue = "50") int limit) {
        return new Slice<>(imports.list(limit), null);
    }

    @GetMapping("/{id}")
    @Permits("import.run")
    ImportJob get(@PathVariable UUID id) {
        return imports.get(id);
    }

    @PostMapping("/{id}/cancel")
    @Permits("import.run")
    ImportJob cancel(@PathVariable UUID id) {
        return imports.cancel(id);
    }

    /**
     * A client that waits for the import gets the first errors as a problem if nothing was stored, as for any bad
     * input.
     */
    private ResponseEntity<ImportJob> start(
            ImportRequest request, InputStream content, boolean waits, HttpServletResponse response) {
        var job = imports.start(request, content);
        response.setHeader(HttpHeaders.LOCATION, ImportRefusal.path(job));
        if (waits) {
            job = imports.await(job.id(), LONGEST_WAIT);
        }
        if (waits && job.state() == ImportState.REJECTED) {
            throw ImportRefusal.of(job, imports);
        }
        return (job.state().isFinal() ? ResponseEntity.ok() : ResponseEntity.accepted()).body(job);
    }

    private static ImportRequest request(
            @Nullable String target,
            @Nullable String mode,
            @Nullable String encoding,
            @Nullable String fileName,
            @Nullable String key) {
        var violations = new Violations();
        var into = violations.text("target", target, LONGEST_NAME);
        var wanted = mode == null ? ImportMode.ALL_OR_NOTHING.name() : mode.toUpperCase(Locale.ROOT);
        var how = violations.choice("mode", wanted, ImportMode.class);
        var name = violations.optionalText("fileName", fileName, LONGEST_NAME);
        var once = violations.optionalText(IdempotencyKeys.HEADER, key, IdempotencyKeys.LONGEST);
        var written = ImportEncoding.named(encoding);
        if (encoding != null && written.isEmpty()) {
            var known = Arrays.stream(ImportEncoding.values()).map(ImportEncoding::code);
            violations.add("encoding", "not_one_of", String.join(", ", known.toList()));
        }
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return new ImportRequest(into, how, name, written, Optional.of(once).filter(text -> !text.isEmpty()));
    }
}
