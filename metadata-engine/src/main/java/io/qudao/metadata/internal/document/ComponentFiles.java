package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the YAML files {@code metadata/*.yaml} of every jar: documents that start with {@code kind} and {@code name},
 * followed by their attributes.
 */
@Component
public final class ComponentFiles {
    private static final String FILES = "classpath*:metadata/*.yaml";

    public List<Document> read() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(FILES);
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .flatMap(ComponentFiles::documents)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Document> documents(Resource file) {
        try {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            var parts = yaml.loadAll(file.getContentAsString(StandardCharsets.UTF_8));
            return StreamSupport.stream(parts.spliterator(), false)
                    .map(part -> document(CanonicalJson.MAPPER.valueToTree(part)))
                    .toList()
                    .stream();
        } catch (IOException | RuntimeException wrong) {
            throw new IllegalStateException("In the component file " + file, wrong);
        }
    }

    private static Document document(ObjectNode node) {
        var kind = ComponentKind.of(node.required("kind").stringValue());
        var key = new ComponentKey(kind, node.required("name").stringValue());
        var body = node.deepCopy();
        body.remove(List.of("kind", "name"));
        return Document.of(key, body);
    }
}
