package io.qudao.ui.catalog;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.Picture;
import io.qudao.catalog.ProductId;
import io.qudao.kernel.Permits;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves pictures of products to pages; responds without content if a product has none, and the page shows its tile.
 */
@RestController
class GoodsPictureController {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Catalog catalog;

    GoodsPictureController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/pictures/{product}")
    @Permits({"catalog.read", "catalog.edit", "order.create", "order.read"})
    ResponseEntity<byte[]> picture(@PathVariable UUID product) {
        return catalog.picture(new ProductId(product))
                .map(GoodsPictureController::found)
                .orElseGet(() -> ResponseEntity.noContent().cacheControl(kept()).build());
    }

    private static ResponseEntity<byte[]> found(Picture picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(kept())
                .eTag(picture.version())
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.bytes());
    }

    private static CacheControl kept() {
        return CacheControl.maxAge(KEPT).cachePrivate();
    }
}
