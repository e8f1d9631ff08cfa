package io.qudao.pricing.internal;

import io.qudao.imports.ImportRow;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.Ids;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerId;
import io.qudao.pricing.PriceList;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes a batch of imported prices: new lists with Hibernate, then the entries of all lists together. */
@Component
final class PriceBatches {
    private final EntityManager entities;
    private final EntryWrites writes;
    private final PriceListRows lists;
    private final StandardRecords records;
    private final OwnColumns own;

    PriceBatches(
            EntityManager entities, EntryWrites writes, PriceListRows lists, StandardRecords records, OwnColumns own) {
        this.entities = entities;
        this.writes = writes;
        this.lists = lists;
        this.records = records;
        this.own = own;
    }

    List<Violation> apply(List<ImportRow> rows, ImportedNames names, NamedKeys keys) {
        var keyed = new LinkedHashMap<PriceRow, Optional<ListKey>>();
        for (ImportRow imported : rows) {
            var row = new PriceRow(imported, names);
            keyed.put(row, row.list());
        }
        var known = locked(keyed.values());
        var given = new LinkedHashMap<PriceRow, EntryWrites.Given>();
        keyed.forEach(
                (row, key) -> key.flatMap(named -> entry(row, named, known)).ifPresent(entry -> given.put(row, entry)));
        refuseRepeated(given, keys);
        writes.put(List.copyOf(given.values()));
        return keyed.keySet().stream().flatMap(row -> row.violations().stream()).toList();
    }

    private static void refuseRepeated(Map<PriceRow, EntryWrites.Given> given, NamedKeys keys) {
        var repeated = keys.name(given.entrySet().stream()
                .map(entry -> entry.getValue().key(entry.getKey().number()))
                .toList());
        given.keySet().removeIf(row -> {
            var earlier = repeated.get(row.number());
            if (earlier != null) {
                row.refuseRepeated(earlier);
            }
            return earlier != null;
        });
    }

    private Map<ListKey, PriceList> locked(Iterable<Optional<ListKey>> keys) {
        Set<PartnerId> sellers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        keys.forEach(key -> key.ifPresent(named -> {
            sellers.add(named.seller());
            codes.add(named.code());
        }));
        var known = new HashMap<ListKey, PriceList>();
        lists.lock(sellers, codes).forEach(list -> known.put(new ListKey(list.seller(), list.code()), list));
        return known;
    }

    /** Returns the entry of a row without violations, creating the list that the row names if it does not exist. */
    private Optional<EntryWrites.Given> entry(PriceRow row, ListKey key, Map<ListKey, PriceList> known) {
        var there = known.get(key);
        if (there != null) {
            row.compare(there);
            return row.entry(there);
        }
        var made = row.head().map(head -> new PriceListEntity(Ids.next(), key.seller(), head));
        var entry = made.map(PriceListEntity::priceList).flatMap(row::entry);
        if (entry.isPresent()) {
            known.put(key, write(made.orElseThrow(), row));
        }
        return entry;
    }

    private PriceList write(PriceListEntity made, PriceRow row) {
        entities.persist(made);
        entities.flush();
        records.created(
                PricingConfiguration.PRICE_LIST,
                Written.of(made.id())
                        .with(own.read(PricingConfiguration.PRICE_LIST, row.imported()), "")
                        .inRow(row.number()));
        entities.detach(made);
        return made.priceList();
    }

    /** Identifies a list by its seller and code. */
    record ListKey(PartnerId seller, String code) {}
}
