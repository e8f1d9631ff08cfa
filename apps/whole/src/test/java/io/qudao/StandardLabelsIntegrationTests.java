package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.language.Language;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.Metadata;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Listing;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Bundles;
import io.qudao.testing.HttpTest;
import io.qudao.testing.TenantFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that ships is called something in every language. */
@HttpTest
class StandardLabelsIntegrationTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ApplicationContext context;

    @Test
    void hasEveryLabelInEveryLanguage() {
        var labels = TenantScope.call(Caller.platform(TenantFixture.create(context)), this::labels);
        assertThat(labels)
                .hasSizeGreaterThan(200)
                .contains(Label.of("Outlet", "门店", "門市"))
                .allSatisfy(label -> {
                    for (var language : Language.values()) {
                        assertThat(label.texts().get(language.tag()))
                                .as("%s", label)
                                .isNotBlank();
                        assertThat(Bundles.foreign(label.texts().get(language.tag()), language))
                                .as("%s", label)
                                .isEmpty();
                    }
                });
    }

    private List<Label> labels() {
        var labels = new ArrayList<Label>();
        context.getBean(Releases.class).components().stream()
                .map(Listing::standard)
                .filter(Objects::nonNull)
                .forEach(document -> collect(JSON.readTree(document), labels));
        var release = context.getBean(Metadata.class).current();
        for (var object : release.objects()) {
            object.fields().stream().flatMap(StandardLabelsIntegrationTests::of).forEach(labels::add);
            release.layout(object.name()).sections().forEach(section -> labels.add(section.label()));
            release.listViews(object.name()).forEach(view -> labels.add(view.label()));
        }
        return labels;
    }

    private static Stream<Label> of(Field field) {
        return Stream.concat(Stream.of(field.label()), field.options().stream().map(Field.Option::label));
    }

    private static void collect(JsonNode node, List<Label> labels) {
        if (node.has("en")) {
            labels.add(new Label(JSON.convertValue(node, new TypeReference<Map<String, String>>() {})));
        } else {
            node.values().forEach(value -> collect(value, labels));
        }
    }
}
