package io.qudao.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Endpoints that a module describes: a bean of that module. */
@FunctionalInterface
public interface OpenApiContribution {
    /**
     * A piece of an OpenAPI document: an object with {@code paths} and, as needed, {@code tags} and
     * {@code components.schemas}. Paths are whole, such as {@code /api/v1/orders}; two modules do not describe the same one.
     * It may refer to {@code #/components/schemas/problem} and {@code #/components/responses/problem}.
     */
    String json();

    /** The piece in a file of the class path, such as {@code /openapi/ordering.json}. */
    static OpenApiContribution of(Class<?> beside, String resource) {
        try (InputStream file = beside.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("No resource " + resource);
            }
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return () -> json;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
