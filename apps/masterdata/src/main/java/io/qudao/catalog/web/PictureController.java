package io.qudao.catalog.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.CatalogProblem;
import io.qudao.catalog.Picture;
import io.qudao.catalog.ProductId;
import io.qudao.catalog.Products;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Serves a product's picture. The browser always treats it as an image, whatever its bytes contain. */
@RestController
@RequestMapping("/api/v1/products/{id}/picture")
class PictureController {
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Catalog catalog;
    private final Products products;

    PictureController(Catalog catalog, Products products) {
        this.catalog = catalog;
        this.products = products;
    }

    /** @param v version of the picture; with it, the response may be cached for ever */
    @GetMapping
    @Permits({"catalog.read", "catalog.edit", "order.create", "order.read"})
    @Nullable
    ResponseEntity<byte[]> get(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String v, WebRequest request) {
        Picture picture = catalog.picture(new ProductId(id))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "picture", id));
        if (request.checkNotModified("\"" + picture.version() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(
                        picture.version().equals(v)
                                ? CacheControl.maxAge(FOR_EVER).cachePrivate().immutable()
                                : CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.bytes());
    }

    @PutMapping
    @Permits("catalog.edit")
    @HeadOffice
    ResponseEntity<Void> put(@PathVariable UUID id, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(CatalogProblem.PICTURE_TOO_LARGE, MOST_BYTES);
        }
        var picture = products.putPicture(new ProductId(id), bytes);
        return ResponseEntity.noContent().eTag("\"" + picture.version() + "\"").build();
    }
}
