package io.qudao.search;

import java.util.List;
import java.util.UUID;

/**
 * The searchable content of one record.
 *
 * @param object such as {@code product}
 * @param title displayed text, with the highest weight
 * @param keywords codes and names that are searched literally, such as a bar code
 * @param texts all other texts
 * @param payload JSON displayed with the hit, such as a picture's URL; never a secret
 */
public record SearchDocument(
        String object, UUID id, String title, List<String> keywords, List<String> texts, String payload) {
    public SearchDocument {
        keywords = List.copyOf(keywords);
        texts = List.copyOf(texts);
    }
}
