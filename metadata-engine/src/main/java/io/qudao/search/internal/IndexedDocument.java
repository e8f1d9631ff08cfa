package io.qudao.search.internal;

import io.qudao.search.SearchDocument;
import java.util.List;
import java.util.Map;

/** A document as stored in Elasticsearch, with its fragments by weight. */
record IndexedDocument(
        int tenant,
        String object,
        String record,
        String title,
        String payload,
        List<String> titleFragments,
        List<String> keywordFragments,
        List<String> textFragments) {
    static IndexedDocument of(int tenant, SearchDocument document) {
        var fragments = Fragments.of(document);
        return new IndexedDocument(
                tenant,
                document.object(),
                document.id().toString(),
                document.title(),
                document.payload(),
                withWeight(fragments, Fragments.OF_TITLE),
                withWeight(fragments, Fragments.OF_KEYWORD),
                withWeight(fragments, Fragments.OF_TEXT));
    }

    private static List<String> withWeight(Map<String, Integer> fragments, int weight) {
        return fragments.entrySet().stream()
                .filter(entry -> entry.getValue() == weight)
                .map(Map.Entry::getKey)
                .toList();
    }
}
