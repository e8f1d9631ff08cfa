package io.qudao.metadata.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Draft;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts and releases in the tenant's own tables. */
@Service
final class JdbcReleases implements Releases {
    private static final int LONGEST_COMMENT = 2000;
    /** To grant access is to edit permission sets. */
    private static final String EDIT = "metadata.edit";

    private final Listings listings;
    private final Drafting drafting;
    private final Publisher publisher;
    private final LiveChanges changes;
    private final ObjectProvider<Plan.Evidence> evidence;
    private final TransactionTemplate transaction;

    JdbcReleases(
            Listings listings,
            Drafting drafting,
            Publisher publisher,
            LiveChanges changes,
            ObjectProvider<Plan.Evidence> evidence,
            TransactionTemplate transaction) {
        this.listings = listings;
        this.drafting = drafting;
        this.publisher = publisher;
        this.changes = changes;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    @Override
    public List<Listing> components() {
        return within(listings::components);
    }

    @Override
    public Optional<Listing> component(ComponentKey key) {
        return components().stream()
                .filter(listing -> listing.key().equals(key))
                .findFirst();
    }

    @Override
    public String schema(ComponentKind kind) {
        return listings.schema(kind);
    }

    @Override
    public Draft draft() {
        return within(drafting::draft);
    }

    @Override
    public Draft put(Component component, @Nullable String tag) {
        return within(() -> drafting.put(component, tag));
    }

    @Override
    public Draft rename(ComponentKey key, String name) {
        return within(() -> drafting.rename(key, name));
    }

    @Override
    public Draft grant(String object, Set<String> permissionSets) {
        return within(() -> drafting.grant(object, permissionSets));
    }

    @Override
    public Draft remove(ComponentKey key, @Nullable String tag) {
        return within(() -> drafting.remove(key, tag));
    }

    @Override
    public void discard() {
        transaction.executeWithoutResult(status -> drafting.discard());
    }

    @Override
    public Plan plan() {
        return within(publisher::plan);
    }

    @Override
    public List<Plan.Finding> findings(Plan plan) {
        return evidence.stream()
                .flatMap(records -> records.against(plan.demands()).stream())
                .toList();
    }

    @Override
    public Release publish(Publication publication) {
        check(publication);
        return changes.make(() -> publisher.publish(publication));
    }

    @Override
    public List<Release> history() {
        return within(publisher::history);
    }

    @Override
    public Plan planRollback(int number) {
        return within(() -> publisher.planRollback(number));
    }

    @Override
    public Release rollback(int number, Publication consent) {
        check(consent);
        return changes.make(() -> publisher.rollback(number, consent));
    }

    @Override
    public Optional<Release> lastChange(ComponentKey key) {
        return within(() -> publisher.lastChange(key));
    }

    @Override
    public Optional<String> shipped(ComponentKey key) {
        return listings.shipped(key);
    }

    @Override
    public List<Violation> upgradeConflicts() {
        return within(listings::upgradeConflicts);
    }

    private static void check(Publication publication) {
        if (!publication.access().isEmpty()) {
            TenantScope.caller().require(EDIT);
        }
        if (publication.comment().length() > LONGEST_COMMENT) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT, List.of(Violation.of("comment", "too_long", LONGEST_COMMENT)));
        }
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
