package io.qudao.search.internal;

import io.qudao.outbox.OutboxConsumer;
import io.qudao.outbox.OutboxMessage;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchIndex;
import io.qudao.search.SearchSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one index up to date. For each message the record's current state is read, so messages may be repeated or late.
 * A tenant's messages are processed one batch at a time, so no older state overwrites a newer one.
 */
final class SearchFeed implements OutboxConsumer {
    private final String name;
    private final SearchIndex index;
    private final SearchSources sources;
    private final JsonMapper json;
    private final int attempts;

    SearchFeed(String name, SearchIndex index, SearchSources sources, JsonMapper json, int attempts) {
        this.name = name;
        this.index = index;
        this.sources = sources;
        this.json = json;
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        var topics = new HashSet<>(sources.topics());
        topics.add(Reindexing.TOPIC);
        topics.add(ChangedRecords.TOPIC);
        sources.all().forEach(source -> topics.add(before(source)));
        return topics;
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public void consume(List<OutboxMessage> messages) {
        sources.all().forEach(source -> update(source, ids(source, messages)));
    }

    private Set<UUID> ids(SearchSource source, List<OutboxMessage> messages) {
        var ids = new LinkedHashSet<UUID>();
        var topics = new HashSet<>(source.topics());
        topics.add(before(source));
        for (OutboxMessage message : messages) {
            if (topics.contains(message.topic())) {
                ids.add(UUID.fromString(message.key()));
            } else if (message.topic().equals(ChangedRecords.TOPIC)) {
                ids.addAll(concerned(source, json.readValue(message.json(), ChangedRecords.Portion.class)));
            } else if (message.topic().equals(Reindexing.TOPIC)) {
                ids.addAll(
                        json.readValue(message.json(), Reindexing.Portion.class).idsOf(source.object()));
            }
        }
        return ids;
    }

    private static Set<UUID> concerned(SearchSource source, ChangedRecords.Portion changed) {
        var ids = Set.copyOf(changed.ids());
        if (changed.object().equals(source.object())) {
            return ids;
        }
        return source.objects().contains(changed.object()) ? source.concerned(changed.object(), ids) : Set.of();
    }

    /** Topic of an earlier version that reported each record by itself; such messages may still be waiting. */
    private static String before(SearchSource source) {
        return source.object() + ".changed";
    }

    private void update(SearchSource source, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var documents = source.read(ids);
        index.put(documents);
        var gone = new HashSet<>(ids);
        gone.removeAll(documents.stream().map(SearchDocument::id).collect(Collectors.toSet()));
        if (!gone.isEmpty()) {
            index.remove(source.object(), gone);
        }
    }
}
