package io.qudao.imports;

import java.util.Optional;

/**
 * What a member wants imported.
 *
 * @param fileName name of the member's file
 * @param encoding encoding of a text file; if null it is detected, and the file is refused where that is not certain
 * @param idempotencyKey identifies the import: repeating the key with the same file returns the same import, with
 *     another file it is refused
 */
public record ImportRequest(
        String target,
        ImportMode mode,
        String fileName,
        Optional<ImportEncoding> encoding,
        Optional<String> idempotencyKey) {}
