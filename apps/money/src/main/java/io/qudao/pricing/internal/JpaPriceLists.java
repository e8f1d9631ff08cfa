package io.qudao.pricing.internal;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Ids;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.pricing.PriceEntry;
import io.qudao.pricing.PriceEntryId;
import io.qudao.pricing.PriceList;
import io.qudao.pricing.PriceListId;
import io.qudao.pricing.PriceLists;
import io.qudao.pricing.PricingProblem;
import io.qudao.record.StandardRecords;
import io.qudao.record.StandardRecords.Written;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists with Hibernate, their entries by SQL. */
@Component
@Transactional
class JpaPriceLists implements PriceLists {
    private static final int MOST_ENTRIES = 5_000;

    private final PriceListRows rows;
    private final EntryWrites entries;
    private final Partners partners;
    private final Catalog catalog;
    private final EntityManager entities;
    private final StandardRecords records;

    JpaPriceLists(
            PriceListRows rows,
            EntryWrites entries,
            Partners partners,
            Catalog catalog,
            EntityManager entities,
            StandardRecords records) {
        this.rows = rows;
        this.entries = entries;
        this.partners = partners;
        this.catalog = catalog;
        this.entities = entities;
        this.records = records;
    }

    @Override
    public Optional<PriceList> find(PriceListId id) {
        return rows.find(partners.reach(), id);
    }

    @Override
    public Slice<PriceList> list(@Nullable PartnerId seller, @Nullable String cursor, int limit) {
        return rows.list(partners.reach(), seller, cursor, limit);
    }

    @Override
    public Slice<PriceEntry> entries(PriceListId list, @Nullable SkuId sku, @Nullable String cursor, int limit) {
        return rows.entries(known(list), sku, cursor, limit);
    }

    @Override
    public PriceList create(PartnerId seller, Draft draft) {
        var violations = new Violations();
        if (!partners.reach().covers(seller) || partners.find(seller).isEmpty()) {
            violations.add("seller", "unknown", seller);
        }
        var clean = PriceListCheck.clean(draft, partners::find, violations);
        violations.failIfAny(PricingProblem.PRICE_LIST_INVALID);
        var entity = new PriceListEntity(Ids.next(), seller, clean);
        entities.persist(entity);
        flush(entity);
        records.created(PricingConfiguration.PRICE_LIST, written(entity, clean));
        return entity.priceList();
    }

    @Override
    public PriceList update(PriceListId id, long version, Draft draft) {
        var entity = locked(id);
        var now = entity.priceList();
        if (now.version() != version) {
            throw new ProblemException(CommonProblem.STALE, version, now.version());
        }
        var violations = new Violations();
        var clean = PriceListCheck.clean(draft, partners::find, violations);
        if (!now.currency().equals(clean.currency())) {
            violations.add("currency", "fixed", now.currency());
        }
        violations.failIfAny(PricingProblem.PRICE_LIST_INVALID);
        long stored = records.changedTo(PricingConfiguration.PRICE_LIST, written(entity, clean), () -> {
            entity.take(clean);
            flush(entity);
            return entity.priceList().version();
        });
        // Hibernate does not know the version that own fields have raised.
        entities.detach(entity);
        return entity.priceList(stored);
    }

    private static Written written(PriceListEntity entity, Draft clean) {
        return Written.of(entity.id()).with(clean.custom(), "custom.");
    }

    @Override
    public PriceList put(PriceListId id, List<EntryDraft> given) {
        if (given.size() > MOST_ENTRIES) {
            throw new ProblemException(CommonProblem.TOO_LARGE, MOST_ENTRIES);
        }
        var entity = locked(id);
        var violations = new Violations();
        var skus = catalog.skus(given.stream().map(EntryDraft::sku).collect(Collectors.toSet()));
        PriceListCheck.check(given, entity.priceList().currency(), skus, violations);
        violations.failIfAny(PricingProblem.ENTRIES_INVALID);
        entries.put(given.stream()
                .map(entry -> new EntryWrites.Given(id.value(), entry))
                .toList());
        entities.refresh(entity);
        return entity.priceList();
    }

    @Override
    public PriceList remove(PriceListId id, List<PriceEntryId> removed) {
        var entity = locked(id);
        entries.remove(id.value(), removed);
        entities.refresh(entity);
        return entity.priceList();
    }

    private PriceList known(PriceListId id) {
        return find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "price_list", id));
    }

    private PriceListEntity locked(PriceListId id) {
        known(id);
        return entities.find(PriceListEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private void flush(PriceListEntity entity) {
        try {
            entities.flush();
        } catch (ConstraintViolationException taken) {
            if (!"price_list_code_once".equals(taken.getConstraintName())) {
                throw taken;
            }
            throw new ProblemException(
                    PricingProblem.PRICE_LIST_CODE_TAKEN,
                    List.of(Violation.of("code", "taken", entity.code())),
                    taken,
                    entity.code());
        }
    }
}
