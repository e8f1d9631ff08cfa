package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.HttpTest;
import io.qudao.testing.Shop;
import io.qudao.testing.TenantFixture;
import jakarta.persistence.metamodel.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.support.TransactionTemplate;

/** Without Hibernate's tenant filter, as after a mistake, row level security alone keeps tenants apart. */
// T1
@HttpTest
class AppsFilterIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private LocalContainerEntityManagerFactoryBean units;

    @Autowired
    private TransactionTemplate transaction;

    private SessionFactory filtered;
    private SessionFactory open;
    private Tenant owner;
    private Tenant stranger;

    @BeforeEach
    void switchFilterOff() {
        owner = new Shop(context, "owner", "12.34").tenant;
        stranger = TenantFixture.create(context);
        filtered = Objects.requireNonNull(units.getObject()).unwrap(SessionFactory.class);
        var properties = new HashMap<String, Object>(units.getJpaPropertyMap());
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new NoFilter());
        open = Objects.requireNonNull(units.getPersistenceProvider())
                .createContainerEntityManagerFactory(Objects.requireNonNull(units.getPersistenceUnitInfo()), properties)
                .unwrap(SessionFactory.class);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void readsNothingOfAnotherTenantWithoutTheFilter() {
        for (String entity : entities()) {
            var theirs = ids(open, entity, owner, owner.id().toString());
            assertThat(theirs).as(entity).isNotEmpty();
            assertThat(ids(open, entity, stranger, stranger.id().toString()))
                    .as(entity)
                    .doesNotContainAnyElementsOf(theirs);
            assertThat(ids(open, entity, owner, "")).as("%s of nobody", entity).isEmpty();
        }
    }

    @Test
    void hasOnlyTheFilterWhereTheDatabaseIsToldAnotherTenant() {
        for (String entity : entities()) {
            var theirs = ids(filtered, entity, owner, owner.id().toString());
            assertThat(ids(filtered, entity, stranger, owner.id().toString()))
                    .as(entity)
                    .isEmpty();
            assertThat(ids(open, entity, stranger, owner.id().toString()))
                    .as("%s, or the filter is not off", entity)
                    .containsExactlyInAnyOrderElementsOf(theirs);
        }
    }

    private List<String> entities() {
        var names = open.getMetamodel().getEntities().stream()
                .map(EntityType::getName)
                .sorted()
                .toList();
        assertThat(names).hasSizeGreaterThan(5);
        return names;
    }

    /** What a caller of {@code tenant} reads while the database takes {@code named} for the tenant. */
    private List<Object> ids(SessionFactory factory, String entity, Tenant tenant, String named) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> Objects.requireNonNull(transaction.execute(status -> factory.fromTransaction(session -> {
                    session.createNativeQuery("select pg_catalog.set_config('app.tenant_id', ?, true)", String.class)
                            .setParameter(1, named)
                            .getSingleResult();
                    return session.createSelectionQuery("select id from " + entity, Object.class)
                            .getResultList();
                }))));
    }

    /** Takes every tenant for the one that sees all. */
    private static final class NoFilter implements CurrentTenantIdentifierResolver<Integer> {
        @Override
        public Integer resolveCurrentTenantIdentifier() {
            return TenantScope.tenant().value();
        }

        @Override
        public boolean isRoot(Integer tenant) {
            return true;
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }
}
