package io.qudao.search.internal;

import io.qudao.kernel.Slice;
import io.qudao.record.Query;
import io.qudao.record.RecordTypes;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the records of an object searchable by fields of the tenant. */
final class RecordSource implements SearchSource {
    private final SearchTexts texts;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<RecordTypes> types;

    RecordSource(SearchTexts texts, ObjectProvider<Records> records, ObjectProvider<RecordTypes> types) {
        this.texts = texts;
        this.records = records;
        this.types = types;
    }

    SearchTexts texts() {
        return texts;
    }

    @Override
    public String object() {
        return texts.type().name();
    }

    @Override
    public List<SearchDocument> read(Collection<UUID> ids) {
        return rows(ids).stream().map(texts::document).toList();
    }

    @Override
    public Slice<UUID> ids(@Nullable String cursor) {
        var query = Query.of(object()).only(List.of(texts.type().nameField()));
        var page = records.getObject().list(query.first(Query.MOST).after(cursor));
        return new Slice<>(page.rows().stream().map(Row::id).toList(), page.next());
    }

    @Override
    public Set<UUID> visible(Collection<UUID> ids) {
        return rows(ids).stream().map(Row::id).collect(Collectors.toSet());
    }

    @Override
    public Visible readable(Collection<UUID> ids) {
        var wholly = new HashSet<UUID>();
        var partly = new ArrayList<SearchDocument>();
        for (Row row : rows(ids)) {
            if (texts.isWhole(row)) {
                wholly.add(row.id());
            } else {
                partly.add(texts.document(row));
            }
        }
        return new Visible(wholly, partly);
    }

    /** Returns the records the caller may read. */
    List<Row> rows(Collection<UUID> ids) {
        return types.getObject().visible(object()).isPresent()
                ? records.getObject().find(object(), ids)
                : List.of();
    }
}
