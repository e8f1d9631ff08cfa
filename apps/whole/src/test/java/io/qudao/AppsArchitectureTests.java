package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.qudao.testing.ModuleRules;
import io.qudao.testing.RequestBodies;
import io.qudao.testing.SourceBudgets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppsArchitectureTests {
    private static final List<String> AREAS = List.of("masterdata", "goods", "money", "selling", "channel");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = ModuleRules.productionOf(
                AREAS.stream().map(area -> "apps/" + area).collect(Collectors.toSet()));
        assertThat(classes).as("classes of the standard business").isNotEmpty();
    }

    @Test
    void keepsItsBudgets() {
        var modules = Stream.concat(Stream.of("whole"), AREAS.stream())
                .map(name -> Path.of("..", name))
                .toArray(Path[]::new);
        assertThat(SourceBudgets.excesses(ModuleRules.sources(modules))).isEmpty();
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
    void takesRequestsWhole() { // DD090
        assertThat(RequestBodies.types(classes)).hasSizeGreaterThan(15);
        assertThat(RequestBodies.hidden(classes)).isEmpty();
    }

    @Test
    void bindsTheTenantByTheKit() { // DD070
        assertThat(ModuleRules.statementsBesideTheKit(classes)).isEmpty();
    }
}
