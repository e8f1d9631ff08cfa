package io.qudao.metadata.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Problems;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Listing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Components as the draft would leave them; what is put or deleted goes into the draft. */
@RestController
@RequestMapping("/api/v1/metadata")
class ComponentEndpoints {
    private final Releases releases;

    ComponentEndpoints(Releases releases) {
        this.releases = releases;
    }

    @GetMapping("/components")
    @Permits("metadata.read")
    Components list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String object) {
        var only = kind == null ? null : kind(kind);
        return new Components(releases.components().stream()
                .filter(listing -> only == null || listing.key().kind() == only)
                .filter(listing -> object == null || listing.key().object().equals(object))
                .map(ComponentBody::of)
                .toList());
    }

    @GetMapping("/components/{kind}/{name}")
    @Permits("metadata.read")
    ComponentBody get(@PathVariable String kind, @PathVariable String name) {
        return releases.component(new ComponentKey(kind(kind), name))
                .map(ComponentBody::of)
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    /** JSON alone: a text of any other type would be read without the bound of JSON bodies. */
    @PutMapping(path = "/components/{kind}/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Permits("metadata.edit")
    DraftBody put(@PathVariable String kind, @PathVariable String name, @RequestBody(required = false) String json) {
        return DraftBody.of(releases.put(new Component(kind(kind), name, json == null ? "" : json)));
    }

    @DeleteMapping("/components/{kind}/{name}")
    @Permits("metadata.edit")
    DraftBody remove(@PathVariable String kind, @PathVariable String name) {
        return DraftBody.of(releases.remove(new ComponentKey(kind(kind), name)));
    }

    @GetMapping("/schemas/{kind}")
    @Permits("metadata.read")
    ResponseEntity<String> schema(@PathVariable String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(releases.schema(kind(kind)));
    }

    private static ComponentKind kind(String code) {
        return Arrays.stream(ComponentKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND));
    }

    record Components(List<ComponentBody> items) {}

    /**
     * @param standard what ships, if it ships
     * @param own what the tenant says, if it says something
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
