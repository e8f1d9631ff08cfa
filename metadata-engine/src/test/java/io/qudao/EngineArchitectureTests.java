package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.qudao.kernel.ByModules;
import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

class EngineArchitectureTests {
    /** The number of statements from before the kit for SQL. Lower it when one is moved to the kit. */
    private static final int BESIDE_THE_KIT = 5;

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
    void keepsKernelAlone() { // R2
        ModuleRules.KERNEL_STANDS_ALONE.check(classes);
    }

    @Test
    void keepsPersistenceInside() { // R3
        ModuleRules.PERSISTENCE_IS_INTERNAL.check(classes);
        ModuleRules.ROOTS_DO_NOT_USE_INTERNALS.check(classes); // R4
        ModuleRules.WEB_USES_FACADES.check(classes);
    }

    /** The first fetches keys, which is never refused; the second passes refusals on. */
    @Test
    void knowsEveryCallOfAnotherProgram() {
        assertThat(ModuleRules.callersOfOtherPrograms(classes))
                .containsExactlyInAnyOrder("PermissionConfiguration", "IdentityClient");
    }

    @Test
    void keepsVaadinOut() { // R5
        ModuleRules.VAADIN_ONLY_IN_UI.check(classes);
    }

    @Test
    void saysWhoMayCallEachFacade() { // R7
        ModuleRules.FACADES_SAY_WHO_MAY_CALL.check(classes);
        ModuleRules.HANDLERS_SAY_WHO_MAY_CALL.check(classes);
    }

    @Test
    void refusesHandlersThatLeaveTheCheckToOthers() { // R7
        var handlers = new ClassFileImporter().importClasses(UncheckedHandler.class);
        assertThat(ModuleRules.HANDLERS_SAY_WHO_MAY_CALL.evaluate(handlers).hasViolation())
                .isTrue();
    }

    static final class UncheckedHandler {
        @GetMapping("/unchecked")
        @ByModules
        void handle() {}
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
        assertThat(ModuleRules.statementsBesideTheKit(classes)).hasSizeLessThanOrEqualTo(BESIDE_THE_KIT);
    }
}
