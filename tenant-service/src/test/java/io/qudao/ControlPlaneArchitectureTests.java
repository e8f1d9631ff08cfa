package io.qudao;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ControlPlaneArchitectureTests {

    private static final String[] MODULES = {
        "io.qudao.control", "io.qudao.registry", "io.qudao.identity", "io.qudao.provisioning", "io.qudao.onboarding"
    };

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = ModuleRules.production(MODULES);
    }

    @Test
    void keepsItsBudgets() {
        assertThat(SourceBudgets.excesses(ModuleRules.sources())).isEmpty();
    }

    @Test
    void dependsOnlyOnWhatItDeclares() { // R1
        var ours = Stream.concat(Stream.of("io.qudao.kernel"), Stream.of(MODULES))
                .map(module -> module + "..")
                .toArray(String[]::new);
        ApplicationModules.of("io.qudao", resideOutsideOfPackages(ours)).verify();
    }

    @Test
    void keepsPersistenceInside() { // R3
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal..", "io.qudao.control.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "java.sql..", "org.springframework.jdbc..")
                .check(classes);
        ModuleRules.ROOTS_DO_NOT_USE_INTERNALS.check(classes); // R4
        ModuleRules.WEB_USES_FACADES.check(classes); // R4
    }

    /** Platform tells what is stored already and checked by the same rules: a refusal is the installation's, tried again. */
    @Test
    void knowsEveryCallOfAnotherProgram() {
        assertThat(ModuleRules.callersOfOtherPrograms(classes))
                .containsExactlyInAnyOrder("ControlConfiguration", "Platform", "MemberRights");
    }

    @Test
    void keepsVaadinOut() { // R5
        ModuleRules.VAADIN_ONLY_IN_UI.check(classes);
    }

    @Test
    void saysWhoMayCallEachFacadeAndHandler() { // R7
        ModuleRules.FACADES_SAY_WHO_MAY_CALL.check(classes);
        ModuleRules.HANDLERS_SAY_WHO_MAY_CALL.check(classes);
    }

    @Test
    void keepsContractsExact() { // R8
        ModuleRules.CONTRACTS_ARE_EXACT.check(classes);
    }

    @Test
    void injectsByConstructorAndKeepsNoStaticState() { // R9
        ModuleRules.NO_FIELD_INJECTION.check(classes);
        ModuleRules.NO_STATIC_MUTABLE_STATE.check(classes);
        ModuleRules.TIME_IS_INJECTED.check(classes);
        ModuleRules.NUMBERS_ARE_BOUNDED.check(classes);
    }
}
