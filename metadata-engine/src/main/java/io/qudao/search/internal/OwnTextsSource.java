package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.record.Row;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds texts of the tenant's own fields to the documents of a module. */
final class OwnTextsSource implements SearchSource {
    private final SearchSource module;
    private final RecordSource own;

    OwnTextsSource(SearchSource module, RecordSource own) {
        this.module = module;
        this.own = own;
    }

    SearchTexts texts() {
        return own.texts();
    }

    @Override
    public String object() {
        return module.object();
    }

    @Override
    public Set<String> objects() {
        return module.objects();
    }

    @Override
    public Set<UUID> concerned(String changed, Set<UUID> ids) {
        return module.concerned(changed, ids);
    }

    @Override
    public Set<String> topics() {
        return module.topics();
    }

    @Override
    public List<SearchDocument> read(Collection<UUID> ids) {
        return documents(ids, rows(ids));
    }

    @Override
    public Slice<UUID> ids(@Nullable String cursor) {
        return module.ids(cursor);
    }

    @Override
    public Set<UUID> visible(Collection<UUID> ids) {
        return module.visible(ids);
    }

    /** Nothing of a record is hidden if neither a text of the module is nor one of the tenant's own. */
    @Override
    public Visible readable(Collection<UUID> ids) {
        var ofModule = module.readable(ids);
        var partly = new HashSet<>(ofModule.wholly());
        ofModule.partly().forEach(document -> partly.add(document.id()));
        var rows = rows(partly);
        var wholly = new HashSet<>(ofModule.wholly());
        wholly.removeIf(id -> !rows.containsKey(id) || !texts().showsAll(rows.get(id)));
        partly.removeAll(wholly);
        return new Visible(wholly, documents(partly, rows));
    }

    private Map<UUID, Row> rows(Collection<UUID> ids) {
        return own.rows(ids).stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private List<SearchDocument> documents(Collection<UUID> ids, Map<UUID, Row> rows) {
        return ids.isEmpty()
                ? List.of()
                : module.read(ids).stream()
                        .map(document -> with(rows.get(document.id()), document))
                        .toList();
    }

    private SearchDocument with(@Nullable Row row, SearchDocument document) {
        return row == null ? document : texts().addTo(document, row);
    }
}
