package io.qudao.identity.web;

import io.qudao.kernel.Anonymous;
import io.qudao.registry.CurrentTenant;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the tenant's colour as a separate style sheet, because the pages allow no inline styles. */
@RestController
class BrandController {

    private static final MediaType CSS = MediaType.valueOf("text/css");

    @GetMapping("/identity/brand.css")
    @Anonymous
    ResponseEntity<String> brand() {
        var accent = CurrentTenant.get().tenant().accent().value();
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .body(":root{--accent:" + accent + "}\n");
    }
}
