package io.qudao.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.qudao.kernel.Anonymous;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.ByModules;
import io.qudao.kernel.Permits;
import io.qudao.record.HiddenFields;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The architecture rules R2 to R10 of docs/architecture.md; each library and program applies them to its classes. */
public final class ModuleRules {
    /** Names of the classes that call other programs: what these refuse must reach the caller as a refusal. */
    public static Set<String> callersOfOtherPrograms(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .anyMatch(
                                used -> used.equals("java.net.http") || used.equals("org.springframework.web.client")))
                .map(type -> type.getName().replaceFirst("\\$.*", "").replaceFirst(".*\\.", ""))
                .collect(Collectors.toSet());
    }

    private static final Set<String> INEXACT =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "java.math.BigDecimal");

    /** R2: the kernel depends only on the JDK and annotations. */
    public static final ArchRule KERNEL_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("io.qudao.kernel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "io.qudao.kernel", "org.jspecify.annotations", "org.springframework.modulith..");

    /** R3: persistence stays inside; the kit for SQL is what hides it there. */
    public static final ArchRule PERSISTENCE_IS_INTERNAL = noClasses()
            .that()
            .resideOutsideOfPackages("..internal..", "io.qudao.sql..", "io.qudao.testing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "org.springframework.jdbc..");

    /** R4: handlers use facades. */
    public static final ArchRule WEB_USES_FACADES = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qudao..internal..");

    /** R4: a module's face does not know what is behind it. */
    public static final ArchRule ROOTS_DO_NOT_USE_INTERNALS =
            noClasses().that(areRoots()).should().dependOnClassesThat().resideInAPackage("io.qudao..internal..");

    /** R5: Vaadin is for the user interface. */
    public static final ArchRule VAADIN_ONLY_IN_UI = noClasses()
            .that()
            .resideOutsideOfPackage("io.qudao.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    /** R7: every handler says who may call it; nothing is checked before it. */
    public static final ArchRule HANDLERS_SAY_WHO_MAY_CALL = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
            .should(haveAccess(() -> Set.of(Permits.class, AnyMember.class, Anonymous.class)))
            .andShould()
            .notBeAnnotatedWith("io.qudao.kernel.ByModules");

    /** R7: every facade method says who may call it. */
    public static final ArchRule FACADES_SAY_WHO_MAY_CALL = methods()
            .that()
            .areDeclaredInClassesThat(areFacades())
            .and()
            .areNotStatic()
            .should(haveAccess(() -> Set.of(Permits.class, AnyMember.class, Anonymous.class, ByModules.class)));

    /**
     * R7: pages are open to every member, so they call nothing that leaves the check to its callers. Published metadata
     * is no secret, what is hidden from the caller they have to know, and the shell finds out who the caller is.
     */
    public static final ArchRule PAGES_CALL_WHAT_IS_CHECKED = noClasses()
            .that()
            .resideInAPackage("io.qudao.ui..")
            .and()
            .resideOutsideOfPackage("io.qudao.ui.shell..")
            .should()
            .accessTargetWhere(describe(
                    "its callers are to check",
                    access -> !access.getTargetOwner().getPackageName().equals("io.qudao.metadata")
                            && !access.getTargetOwner().isEquivalentTo(HiddenFields.class)
                            && (access.getTarget().isAnnotatedWith(ByModules.class)
                                    || access.getTargetOwner().isAnnotatedWith(ByModules.class))));

    /** R8: contracts use money, quantities and typed values instead of bare numbers and maps. */
    public static final ArchRule CONTRACTS_ARE_EXACT = members()
            .that()
            .areDeclaredInClassesThat(areContracts())
            .and()
            .arePublic()
            .should(saySoExactly());

    /** R9: what is injected comes by the constructor. */
    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.qudao.testing..")
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    /** R9: nothing static changes. */
    public static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo("org.antlr.v4.runtime.Recognizer") // generated
            .should()
            .beFinal();

    /** R9: time is injected. */
    public static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.qudao.tenancy.internal.TenancyConfiguration")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    /** R10: what modules tell each other is a record of something that has happened. */
    public static final ArchRule EVENTS_HAVE_HAPPENED = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.context.event.EventListener")
            .should()
            .haveRawParameterTypes(describe(
                    "records named in the past tense",
                    types -> types.stream()
                            .allMatch(type ->
                                    type.isRecord() && type.getSimpleName().endsWith("ed"))));

    /** Numbers of others are bounded where they are read. */
    public static final ArchRule NUMBERS_ARE_BOUNDED = noClasses()
            .that()
            .resideOutsideOfPackages("io.qudao.kernel", "io.qudao.deploy..", "io.qudao.testing..")
            .should()
            .callConstructor(BigDecimal.class, String.class)
            .orShould()
            .callConstructor(BigInteger.class, String.class)
            .orShould()
            .callConstructorWhere(describe(
                    "an input of unbounded numbers is made",
                    call -> call.getTargetOwner().getName().endsWith(".textfield.BigDecimalField")
                            && !call.getOriginOwner()
                                    .isAssignableTo(call.getTargetOwner().getName())));

    private ModuleRules() {}

    /** The production classes of this library or program. */
    public static JavaClasses production(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .importPackages(packages);
    }

    /** The production classes of the libraries in these folders of the project, packed or not. */
    public static JavaClasses productionOf(Set<String> folders) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(
                        location -> folders.stream().anyMatch(folder -> location.contains(folder + "/target/")))
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.qudao");
    }

    /** Where statements are written without the kit for SQL, and so name the tenant by hand (DD070). */
    public static List<String> statementsBesideTheKit(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getPackageName().equals("io.qudao.sql"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.class)
                        && call.getName().equals("sql"))
                .map(call -> call.getOriginOwner().getSimpleName() + ":" + call.getLineNumber())
                .sorted()
                .toList();
    }

    /** The source folders of the running module, main and test. */
    public static Path[] sources() {
        return sources(Path.of(""));
    }

    /** The source folders of these modules, main and test. */
    public static Path[] sources(Path... modules) {
        return Stream.of(modules)
                .flatMap(module -> Stream.of("src/main/java", "src/test/java").map(module::resolve))
                .toArray(Path[]::new);
    }

    private static DescribedPredicate<JavaClass> areRoots() {
        return describe(
                "are in a module's root",
                type -> type.getPackageName().matches("io\\.qudao\\.[a-z]+")
                        && !type.getPackageName().equals("io.qudao.testing"));
    }

    /** Types of a module's root; the kernel's money and values are what the others are spared. */
    private static DescribedPredicate<JavaClass> areContracts() {
        return areRoots()
                .and(describe(
                        "are not of the kernel", type -> !type.getPackageName().equals("io.qudao.kernel")));
    }

    private static ArchCondition<JavaMember> saySoExactly() {
        return ArchCondition.from(describe(
                "be of exact types",
                member -> involved(member).noneMatch(INEXACT::contains)
                        && !(involved(member).anyMatch("java.util.Map"::equals)
                                && involved(member).anyMatch("java.lang.Object"::equals))
                        && member.getAllInvolvedRawTypes().stream()
                                .noneMatch(type -> type.isAnnotatedWith("jakarta.persistence.Entity"))));
    }

    private static Stream<String> involved(JavaMember member) {
        return member.getAllInvolvedRawTypes().stream()
                .filter(type -> !type.equals(member.getOwner()))
                .map(JavaClass::getName);
    }

    /** An interface in a module's root that a class of the module's internals implements. */
    private static DescribedPredicate<JavaClass> areFacades() {
        return describe(
                "are facades",
                type -> type.isInterface()
                        && type.getPackageName().matches("io\\.qudao\\.[a-z]+")
                        && !type.getPackageName().equals("io.qudao.kernel")
                        && type.getAllSubclasses().stream()
                                .anyMatch(implementation -> implementation
                                        .getPackageName()
                                        .startsWith(type.getPackageName() + ".internal")));
    }

    /** @param any read only when the rule is checked: programs without the engine check other rules of this class */
    private static ArchCondition<JavaMethod> haveAccess(Supplier<Set<Class<? extends Annotation>>> any) {
        return ArchCondition.from(describe(
                "say who may call",
                method -> any.get().stream()
                        .anyMatch(access -> method.isAnnotatedWith(access)
                                || method.getOwner().isAnnotatedWith(access))));
    }
}
