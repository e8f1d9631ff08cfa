package io.qudao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.language.Language;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Bundles;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HttpTest
class ImportHeadingsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"partners", "accounts", "products", "price-lists", "stock"})
    void areReadInBothScripts(String name) {
        var target = context.getBeansOfType(ImportTarget.class).values().stream()
                .filter(bean -> bean.name().equals(name))
                .findFirst()
                .orElseThrow();
        var columns = TenantScope.call(Caller.platform(TenantFixture.create(context)), target::columns);
        var chinese =
                columns.stream().map(ImportHeadingsIntegrationTests::chinese).toList();
        assertThat(chinese).anySatisfy(headings -> assertThat(headings).hasSizeGreaterThan(1));
        for (var language : List.of(Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE)) {
            assertThat(chinese)
                    .filteredOn(headings -> !headings.isEmpty())
                    .allSatisfy(headings -> assertThat(headings)
                            .anyMatch(heading ->
                                    Bundles.foreign(heading, language).isEmpty()));
        }
    }

    private static List<String> chinese(ImportColumn column) {
        return column.aliases().stream()
                .filter(alias -> alias.codePoints().anyMatch(Character::isIdeographic))
                .toList();
    }
}
