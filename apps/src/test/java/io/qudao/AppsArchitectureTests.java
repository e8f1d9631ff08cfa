package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppsArchitectureTests {
    /** Statements of the engine that are older than the kit for SQL. Whoever moves one lowers this. */
    private static final int BESIDE_THE_KIT = 99;

    private static final Set<String> ENGINE =
            Set.of("approval", "imports", "metadata", "outbox", "permission", "record", "search", "tenancy");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = ModuleRules.production("io.qudao");
    }

    @Test
    void keepsItsBudgets() {
        assertThat(SourceBudgets.excesses(ModuleRules.sources())).isEmpty();
    }

    @Test
    void keepsPersistenceInside() { // R3, R4
        ModuleRules.PERSISTENCE_IS_INTERNAL.check(classes);
        ModuleRules.ROOTS_DO_NOT_USE_INTERNALS.check(classes);
        ModuleRules.WEB_USES_FACADES.check(classes);
    }

    @Test
    void keepsVaadinOut() { // R5
        ModuleRules.VAADIN_ONLY_IN_UI.check(classes);
    }

    @Test
    void saysWhoMayCall() { // R7
        ModuleRules.FACADES_SAY_WHO_MAY_CALL.check(classes);
        ModuleRules.HANDLERS_SAY_WHO_MAY_CALL.check(classes);
    }

    @Test
    void keepsContractsExact() { // R8
        ModuleRules.CONTRACTS_ARE_EXACT.check(classes);
    }

    @Test
    void tellsWhatHasHappened() { // R10
        ModuleRules.EVENTS_HAVE_HAPPENED.check(classes);
    }

    @Test
    void injectsByConstructorAndKeepsNoStaticState() { // R9
        ModuleRules.NO_FIELD_INJECTION.check(classes);
        ModuleRules.NO_STATIC_MUTABLE_STATE.check(classes);
        ModuleRules.TIME_IS_INJECTED.check(classes);
        ModuleRules.NUMBERS_ARE_BOUNDED.check(classes);
    }

    @Test
    void bindsTheTenantByHandInNoNewPlace() { // DD070
        var beside = classes.stream()
                .filter(type -> !type.getPackageName().equals("io.qudao.sql"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.class)
                        && call.getName().equals("sql"))
                .toList();
        assertThat(beside).hasSizeLessThanOrEqualTo(BESIDE_THE_KIT);
        assertThat(beside)
                .extracting(call -> call.getOriginOwner().getPackageName())
                .allMatch(name -> ENGINE.stream().anyMatch(module -> name.startsWith("io.qudao." + module)));
    }
}
