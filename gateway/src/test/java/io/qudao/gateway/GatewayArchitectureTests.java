package io.qudao.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class GatewayArchitectureTests {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.qudao.gateway");

    @Test
    void dependsOnNoOtherQudaoCode() {
        assertThat(CODE.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .noneMatch(name -> name.startsWith("io.qudao.") && !name.startsWith("io.qudao.gateway"))
                .anyMatch(name -> name.startsWith("org.springframework.cloud.gateway"));
    }

    @Test
    void hidesItsInternals() { // R4
        noClasses()
                .that()
                .resideInAPackage("..internal..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePublic()
                .check(CODE);
    }

    @Test
    void letsItsPartsMeetInTheRootOnly() {
        slices().matching("io.qudao.gateway.(*).internal..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("io.qudao.gateway")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .check(CODE);
    }

    @Test
    void neverBlocks() {
        noClasses()
                .should()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Mono.class, "block", Duration.class)
                .orShould()
                .callMethod(Flux.class, "blockFirst")
                .orShould()
                .callMethod(Flux.class, "blockLast")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.CountDownLatch")
                .check(CODE);
    }

    @Test
    void injectsByConstructorAndHoldsNoStaticState() { // R9
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
        noFields()
                .that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .notBeFinal()
                .check(CODE);
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void hasTextForEveryFaultInEveryLanguage() throws IOException {
        Set<String> english = texts("/i18n/gateway.properties").stringPropertyNames();
        for (String language : new String[] {"", "_zh_CN", "_zh_TW"}) {
            String bundle = "/i18n/gateway" + language + ".properties";
            Properties texts = texts(bundle);
            assertThat(texts.stringPropertyNames()).as(bundle).isEqualTo(english);
            for (Fault fault : Fault.values()) {
                assertThat(texts.getProperty("problem." + fault.code()))
                        .as(bundle)
                        .isNotBlank();
            }
        }
    }

    @Test
    void writesTraditionalChineseInItsOwnCharacters() throws IOException {
        CharsetEncoder script = Charset.forName("Big5").newEncoder();
        texts("/i18n/gateway_zh_TW.properties")
                .values()
                .forEach(text -> assertThat(text.toString()
                                .codePoints()
                                .filter(Character::isIdeographic)
                                .mapToObj(Character::toString))
                        .allMatch(script::canEncode));
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = GatewayArchitectureTests.class.getResourceAsStream(bundle)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
