package io.qudao.imports;

import java.util.Optional;

/**
 * What a member wants imported.
 *
 * @param fileName as the member knows it
 * @param encoding of a text file; of one that says nothing it is found out, or asked for where that is not sure
 * @param idempotencyKey the same key names the same import; with another file it is refused
 */
public record ImportRequest(
        String target,
        ImportMode mode,
        String fileName,
        Optional<ImportEncoding> encoding,
        Optional<String> idempotencyKey) {}
