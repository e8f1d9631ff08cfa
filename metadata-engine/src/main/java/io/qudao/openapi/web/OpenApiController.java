package io.qudao.openapi.web;

import io.qudao.kernel.AnyMember;
import io.qudao.openapi.OpenApi;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the API; Spring answers 304 if the client already has it. */
@RestController
class OpenApiController {
    private final OpenApi api;

    OpenApiController(OpenApi api) {
        this.api = api;
    }

    @GetMapping("/api/v1/openapi.json")
    @AnyMember
    ResponseEntity<byte[]> describe() {
        var description = api.describe();
        return ResponseEntity.ok()
                .eTag("\"" + description.tag() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(description.json());
    }
}
