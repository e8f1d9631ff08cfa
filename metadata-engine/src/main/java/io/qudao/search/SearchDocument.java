package io.qudao.search;

import java.util.List;
import java.util.UUID;

/**
 * What is found of one record.
 *
 * @param object such as {@code product}
 * @param title what is shown, and weighs most
 * @param keywords codes and names looked for as they are, such as a bar code
 * @param texts all else
 * @param payload JSON shown with the hit, such as a picture's address; never a secret
 */
public record SearchDocument(
        String object, UUID id, String title, List<String> keywords, List<String> texts, String payload) {
    public SearchDocument {
        keywords = List.copyOf(keywords);
        texts = List.copyOf(texts);
    }
}
