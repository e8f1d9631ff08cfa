package io.qudao.metadata.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Components as the draft would leave them. Components that are put or deleted are changed in the draft. */
@RestController
@RequestMapping("/api/v1/metadata")
class ComponentController {
    private static final Pattern TAG = Pattern.compile("\\s*\"([!-~&&[^\"]]{1,100})\"\\s*");

    private final Releases releases;
    private final ChangeSetChoice choice;

    ComponentController(Releases releases, ChangeSetChoice choice) {
        this.releases = releases;
        this.choice = choice;
    }

    @GetMapping("/components")
    @Permits("metadata.read")
    Components list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String changeSet) {
        var only = kind == null ? null : kind(kind);
        return new Components(choice.in(changeSet, releases::components).stream()
                .filter(listing -> only == null || listing.key().kind() == only)
                .filter(listing -> object == null || listing.key().object().equals(object))
                .map(ComponentBody::of)
                .toList());
    }

    @GetMapping("/components/{kind}/{name}")
    @Permits("metadata.read")
    ResponseEntity<ComponentBody> get(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String changeSet) {
        var listing = choice.in(changeSet, () -> releases.component(key(kind, name)))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        return ResponseEntity.ok().eTag("\"" + listing.tag() + "\"").body(ComponentBody.of(listing));
    }

    /**
     * Puts a component; with {@code If-Match} only if it is unchanged since it was read, with {@code If-None-Match: *}
     * only if it does not exist. Accepts JSON only, because a text of another type would be read without the size limit
     * of JSON bodies.
     */
    @PutMapping(path = "/components/{kind}/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Permits("metadata.edit")
    @HeadOffice
    DraftBody put(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String changeSet,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) @Nullable String json) {
        var key = key(kind, name);
        var component = new Component(key.kind(), key.name(), json == null ? "" : json);
        var tag = tag(ifMatch, ifNoneMatch);
        return DraftBody.of(choice.in(changeSet, () -> releases.put(component, tag)));
    }

    /** Removes a component; with {@code If-Match} only if it is unchanged since it was read. */
    @DeleteMapping("/components/{kind}/{name}")
    @Permits("metadata.edit")
    @HeadOffice
    DraftBody remove(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String changeSet,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var tag = tag(ifMatch, null);
        return DraftBody.of(choice.in(changeSet, () -> releases.remove(key(kind, name), tag)));
    }

    /** Renames an object or a field everywhere it is used. */
    @PostMapping("/components/{kind}/{name}/rename")
    @Permits("metadata.edit")
    @HeadOffice
    DraftBody rename(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String changeSet,
            @RequestBody Renamed body) {
        String other = body.name() == null ? "" : body.name();
        return DraftBody.of(choice.in(changeSet, () -> releases.rename(key(kind, name), other)));
    }

    @GetMapping("/schemas/{kind}")
    @Permits("metadata.read")
    ResponseEntity<String> schema(@PathVariable String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(releases.schema(kind(kind)));
    }

    static ComponentKey key(String kind, String name) {
        return new ComponentKey(kind(kind), name);
    }

    /** Returns the tag for {@link Releases#put} and {@link Releases#remove}. */
    private static @Nullable String tag(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return "";
        }
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        var form = TAG.matcher(ifMatch);
        if (!form.matches()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, List.of(Violation.of("If-Match", "entity_tag")));
        }
        return form.group(1);
    }

    private static ComponentKind kind(String code) {
        return Arrays.stream(ComponentKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    record Renamed(@Nullable String name) {}

    record Components(List<ComponentBody> items) {}

    /**
     * @param standard the document that ships, if any
     * @param own the tenant's document, if any
     */
    record ComponentBody(
            String kind,
            String name,
            boolean edited,
            @JsonRawValue String effective,
            @JsonRawValue @Nullable String standard,
            @JsonRawValue @Nullable String own) {
        static ComponentBody of(Listing listing) {
            return new ComponentBody(
                    listing.key().kind().code(),
                    listing.key().name(),
                    listing.edited(),
                    listing.effective(),
                    listing.standard(),
                    listing.own());
        }
    }
}
