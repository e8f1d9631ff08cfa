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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one index up to date. For each message the record's current state is read, so messages may be repeated or late.
 * A tenant's messages are processed one batch at a time, so no older state overwrites a newer one.
 */
final class SearchFeed implements OutboxConsumer {
    private static final int BATCH = 500;

    private final String name;
    private final SearchIndex index;
    private final Sources sources;
    private final JsonMapper json;
    private final int attempts;
    private final Set<String> topics;
    private final Consumer<Messages.Built> built;

    /** @param built called when all records of an object are in the index */
    SearchFeed(String name, SearchIndex index, Feeding feeding, int attempts, Consumer<Messages.Built> built) {
        this.name = name;
        this.index = index;
        this.sources = feeding.sources();
        this.json = feeding.json();
        this.attempts = attempts;
        this.topics = topics(feeding.modules());
        this.built = built;
    }

    /** The collaborators of every feed. */
    @Component
    record Feeding(SearchSources modules, TenantSources sources, JsonMapper json) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    private static Set<String> topics(SearchSources modules) {
        var topics = new HashSet<>(modules.topics());
        topics.addAll(Set.of(Messages.AGAIN, Messages.BUILT, ChangedRecords.TOPIC));
        modules.byObject().values().forEach(source -> topics.add(before(source)));
        return topics;
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public void consume(List<OutboxMessage> messages) {
        var searched = sources.all();
        searched.values().forEach(source -> update(source, ids(source, messages)));
        for (OutboxMessage message : messages) {
            if (message.topic().equals(Messages.AGAIN)) {
                var again = again(message);
                if (!searched.containsKey(again.object())) {
                    index.remove(again.object(), again.ids());
                }
            } else if (message.topic().equals(Messages.BUILT)) {
                built.accept(json.readValue(message.json(), Messages.Built.class));
            }
        }
    }

    private Set<UUID> ids(SearchSource source, List<OutboxMessage> messages) {
        var ids = new LinkedHashSet<UUID>();
        var ofSource = new HashSet<>(source.topics());
        ofSource.add(before(source));
        for (OutboxMessage message : messages) {
            if (ofSource.contains(message.topic())) {
                ids.add(UUID.fromString(message.key()));
            } else if (message.topic().equals(ChangedRecords.TOPIC)) {
                ids.addAll(concerned(source, json.readValue(message.json(), ChangedRecords.ChangedIds.class)));
            } else if (message.topic().equals(Messages.AGAIN)) {
                var again = again(message);
                ids.addAll(again.object().equals(source.object()) ? again.ids() : List.of());
            }
        }
        return ids;
    }

    private Messages.RecordIds again(OutboxMessage message) {
        return json.readValue(message.json(), Messages.RecordIds.class);
    }

    private static Set<UUID> concerned(SearchSource source, ChangedRecords.ChangedIds changed) {
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

    /** In batches: a category that is renamed may be that of a hundred thousand products. */
    private void update(SearchSource source, Set<UUID> ids) {
        var waiting = List.copyOf(ids);
        for (int from = 0; from < waiting.size(); from += BATCH) {
            put(source, Set.copyOf(waiting.subList(from, Math.min(from + BATCH, waiting.size()))));
        }
    }

    private void put(SearchSource source, Set<UUID> ids) {
        var documents = source.read(ids);
        index.put(documents);
        var gone = new HashSet<>(ids);
        gone.removeAll(documents.stream().map(SearchDocument::id).collect(Collectors.toSet()));
        if (!gone.isEmpty()) {
            index.remove(source.object(), gone);
        }
    }
}
