package io.qudao.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.Route;
import io.qudao.partner.Partners;
import io.qudao.partner.Reach;
import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class UiArchitectureTests {
    private static final int VIEW_LINES = 250;
    private static final Set<String> SHARED = Set.of("shell", "component");
    private static final String[] DOMAINS = {
        "io.qudao.partner",
        "io.qudao.catalog",
        "io.qudao.pricing",
        "io.qudao.inventory",
        "io.qudao.credit",
        "io.qudao.cart",
        "io.qudao.ordering",
        "io.qudao.fulfillment"
    };
    private static final Path SOURCES = Path.of("src/main/java/io/qudao/ui");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = ModuleRules.production("io.qudao");
    }

    @Test
    void usesModulesAsTheyDeclare() { // R1
        var modules = ApplicationModules.of("io.qudao", describe("tests", UiArchitectureTests::isTest));
        assertThat(modules.getModuleByName("ordering")).isPresent();
        assertThat(modules.getModuleByName("ui")).isPresent();
        modules.verify();
    }

    @Test
    void keepsItsBudgets() throws IOException {
        assertThat(SourceBudgets.excesses(ModuleRules.sources())).isEmpty();
        try (var files = Files.walk(SOURCES)) {
            var views =
                    files.filter(file -> file.toString().endsWith("View.java")).toList();
            assertThat(views)
                    .isNotEmpty()
                    .allSatisfy(view ->
                            assertThat(Files.readAllLines(view)).as("%s", view).hasSizeLessThanOrEqualTo(VIEW_LINES));
        }
    }

    @Test
    void keepsPersistenceAndInternalsOut() { // R3, R5
        ModuleRules.PERSISTENCE_IS_INTERNAL.check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.qudao.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .check(only("io.qudao"));
    }

    @Test
    void keepsDomainsOutOfSharedParts() {
        noClasses()
                .that()
                .resideInAPackage("io.qudao.ui.component..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DOMAINS)
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.qudao.ui.shell..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(DOMAINS)
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.qudao.partner"))))
                .because("the frame of the pages knows of the standard business only for whom one acts")
                .check(classes);
    }

    @Test
    void hasAFaceInTheNameOfEachViewOfAFeatureWithTwo() {
        var views = classes.stream()
                .filter(type -> type.isAnnotatedWith(Route.class))
                .filter(type -> Set.of(DOMAINS)
                        .contains("io.qudao." + type.getPackageName().split("\\.", -1)[3]))
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(views).isNotEmpty().allMatch(name -> name.matches("(Portal|Work)[A-Z]\\w*View"));
    }

    /** Every feature has its words, and every file of words its feature. */
    @Test
    void keepsWordsByFeature() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/i18n"))) {
            var bundles = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .toList();
            assertThat(bundles)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(features(), SHARED.stream())
                            .map(feature -> "ui-" + feature + ".properties")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void keepsFeaturesApart(String feature) { // R6
        var others = features()
                .filter(other -> !other.equals(feature))
                .map(other -> "io.qudao.ui." + other + "..")
                .toArray(String[]::new);
        var entrance = DescribedPredicate.describe(
                "entrances", (JavaClass type) -> type.getSimpleName().endsWith("Navigation"));
        noClasses()
                .that()
                .resideInAPackage("io.qudao.ui." + feature + "..")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(others).and(DescribedPredicate.not(entrance)))
                .check(classes);
    }

    /** Every package of the program but those that are there for all. */
    private static Stream<String> features() {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.qudao.ui."))
                .map(name -> name.split("\\.", -1)[3])
                .filter(name -> !SHARED.contains(name))
                .distinct()
                .sorted();
    }

    @Test
    void letsOnlySignedInPeopleToItsPages() { // R7
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .check(classes);
        ModuleRules.HANDLERS_SAY_WHO_MAY_CALL.check(classes);
    }

    @Test
    void callsNothingThatLeavesTheCheckToItsCallers() { // R7
        ModuleRules.PAGES_CALL_WHAT_IS_CHECKED.check(classes);
        var unchecked = new ClassFileImporter().importClasses(UncheckedPage.class);
        assertThat(ModuleRules.PAGES_CALL_WHAT_IS_CHECKED.evaluate(unchecked).hasViolation())
                .as("a page that asks for what only modules may ask")
                .isTrue();
    }

    record UncheckedPage(Partners partners) {
        Reach reach() {
            return partners.reach();
        }
    }

    @Test
    void injectsByConstructorAndKeepsNoStaticState() { // R9
        ModuleRules.NO_FIELD_INJECTION.check(classes);
        ModuleRules.NO_STATIC_MUTABLE_STATE.check(classes);
        ModuleRules.TIME_IS_INJECTED.check(classes);
        ModuleRules.NUMBERS_ARE_BOUNDED.check(classes);
    }

    private static JavaClasses only(String prefix) {
        return classes.that(HasName.Predicates.nameStartingWith(prefix));
    }

    /** Fixtures of other libraries come as jars of tests, which Modulith takes for production code. */
    private static boolean isTest(JavaClass type) {
        return type.getSource()
                .filter(source -> source.getUri().toString().matches(".*(-tests\\.jar|/test-classes/).*"))
                .isPresent();
    }
}
