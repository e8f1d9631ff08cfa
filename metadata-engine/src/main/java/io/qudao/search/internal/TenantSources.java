package io.qudao.search.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.ObjectType;
import io.qudao.metadata.ReleaseView;
import io.qudao.metadata.Storage;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.search.SearchSource;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What modules make searchable, and every object with a searchable field of the tenant's own: of a module's object its own
 * texts are found beside the module's.
 */
@Component
final class TenantSources implements Sources {
    private final SearchSources modules;
    private final Metadata metadata;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<RecordTypes> types;
    private final Cache<ReleaseView, SortedMap<String, SearchSource>> byRelease =
            Caffeine.newBuilder().weakKeys().build();

    /** Records and types are asked for late: writing records asks who listens. */
    TenantSources(
            SearchSources modules,
            Metadata metadata,
            ObjectProvider<Records> records,
            ObjectProvider<RecordTypes> types) {
        this.modules = modules;
        this.metadata = metadata;
        this.records = records;
        this.types = types;
    }

    @Override
    public SortedMap<String, SearchSource> all() {
        return byRelease.get(metadata.current(), this::of);
    }

    @Override
    public Set<String> named() {
        var named = new TreeSet<>(all().keySet());
        named.removeIf(object ->
                !modules.has(object) && types.getObject().visible(object).isEmpty());
        return named;
    }

    /** Whether a change of the object's records may change what is found. */
    boolean isOf(ReleaseView release, ObjectType type) {
        return byRelease.get(release, this::of).containsKey(type.name()) || modules.isOf(type.name());
    }

    private SortedMap<String, SearchSource> of(ReleaseView release) {
        var sources = new TreeMap<>(modules.byObject());
        for (ObjectType type : release.objects()) {
            var texts = SearchTexts.of(type);
            if (texts.isEmpty()) {
                continue;
            }
            var module = type.storage() instanceof Storage.Table ? sources.get(type.name()) : null;
            var own = new RecordSource(texts, records, types);
            sources.put(type.name(), module == null ? own : new OwnTextsSource(module, own));
        }
        return Collections.unmodifiableSortedMap(sources);
    }
}
