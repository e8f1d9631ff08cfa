package io.qudao.record.web;

import io.qudao.idempotency.IdempotencyKeys;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.record.KeyedRecords;
import io.qudao.record.RecordDocuments;
import io.qudao.record.RecordDocuments.Document;
import io.qudao.record.RecordProblem;
import io.qudao.record.Records;
import io.qudao.rest.EntityTag;
import io.qudao.rest.FieldsBody;
import io.qudao.rest.ReadOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of every object. */
@RestController
@RequestMapping("/api/v1/records/{object}")
class RecordController {
    private final Records records;
    private final KeyedRecords keyed;
    private final RecordDocuments documents;

    RecordController(Records records, KeyedRecords keyed, RecordDocuments documents) {
        this.records = records;
        this.keyed = keyed;
        this.documents = documents;
    }

    @GetMapping
    @AnyMember
    ResponseEntity<byte[]> list(@PathVariable String object, HttpServletRequest request) {
        return json(documents.list(ListRequest.of(request.getParameterMap()).query(object)));
    }

    @ReadOnly
    @PostMapping("/query")
    @AnyMember
    ResponseEntity<byte[]> query(@PathVariable String object, @RequestBody ListRequest request) {
        return json(documents.list(request.query(object)));
    }

    @GetMapping("/{id}")
    @AnyMember
    ResponseEntity<byte[]> read(
            @PathVariable String object,
            @PathVariable String id,
            @RequestParam(name = "fields", required = false) @Nullable String fields) {
        return tagged(documents.read(object, id(id), ListRequest.names(fields)));
    }

    @PostMapping
    @AnyMember
    ResponseEntity<byte[]> create(
            @PathVariable String object,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FieldsBody body) {
        var made = documents.of(keyed.create(key, object, body.values()));
        return ResponseEntity.created(URI.create("/api/v1/records/" + object + "/" + made.id()))
                .eTag(new EntityTag(made.version()).toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(made.json());
    }

    @PostMapping("/batch")
    @AnyMember
    ResponseEntity<Made> createAll(
            @PathVariable String object,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Batch body) {
        var violations = new Violations();
        var given = violations.required("records", body.records(), List.<FieldsBody>of());
        var values = violations.each("records", given, (path, record) -> record.values());
        violations.failIfAny(RecordProblem.INVALID);
        return ResponseEntity.status(201).body(new Made(keyed.createAll(key, object, values)));
    }

    @PatchMapping("/{id}")
    @AnyMember
    ResponseEntity<byte[]> patch(
            @PathVariable String object,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FieldsBody body) {
        long version = version(ifMatch);
        return tagged(documents.of(keyed.patch(key, object, id(id), version, body.values())));
    }

    @DeleteMapping("/{id}")
    @AnyMember
    ResponseEntity<Void> delete(
            @PathVariable String object,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key) {
        long version = version(ifMatch);
        keyed.delete(key, object, id(id), version);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    @AnyMember
    ResponseEntity<byte[]> restore(@PathVariable String object, @PathVariable String id) {
        return tagged(documents.of(records.restore(object, id(id))));
    }

    /** A malformed id matches no record. */
    private static UUID id(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonProblem.NOT_FOUND, List.of(), notOne);
        }
        throw new ProblemException(CommonProblem.NOT_FOUND);
    }

    private static long version(@Nullable String ifMatch) {
        return EntityTag.optional(ifMatch)
                .orElseThrow(() -> new ProblemException(RecordProblem.VERSION_REQUIRED))
                .version();
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<byte[]> tagged(Document document) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(document.version()).toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.json());
    }

    /** Records to add together. */
    record Batch(@Nullable List<FieldsBody> records) {}

    /** Ids of the records added, in order. */
    record Made(List<UUID> ids) {}
}
