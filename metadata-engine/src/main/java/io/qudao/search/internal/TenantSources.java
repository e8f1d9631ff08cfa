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
 * The objects that modules make searchable, and every object with a searchable field of the tenant's own. For an object of a
 * module, the tenant's fields are searched in addition to the module's texts.
 */
@Component
final class TenantSources implements Sources {
    private final SearchSources modules;
    private final Metadata metadata;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<RecordTypes> types;
    private final Cache<ReleaseView, SortedMap<String, SearchSource>> byRelease =
            Caffeine.newBuilder().weakKeys().build();

    /** @param records resolved lazily, as types are, because writers of records ask for listeners */
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

    /** Returns whether a change of the object's records may affect the index. */
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
