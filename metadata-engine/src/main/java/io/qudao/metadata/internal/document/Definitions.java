package io.qudao.metadata.internal.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.Violation;
import io.qudao.kernel.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses documents; equal documents are parsed once for all tenants and releases. */
@Component
public final class Definitions {
    private static final int MOST = 50_000;

    private final Schemas schemas;
    private final Cache<String, Definition> parsed =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public Definitions(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Returns the content of a whole document.
     *
     * @param violations receives everything wrong with its form, at {@code kind/name/path}
     * @return null if anything is wrong
     */
    @Nullable
    public Definition parse(Document effective, Violations violations) {
        var known = parsed.getIfPresent(effective.hash());
        if (known != null) {
            return known;
        }
        var found = new Violations();
        schemas.check(effective, found);
        violations.addAll(
                found.list().stream().map(violation -> at(effective, violation)).toList());
        if (!found.isEmpty()) {
            return null;
        }
        var definition = CanonicalJson.MAPPER.treeToValue(
                effective.body(), Definition.type(effective.key().kind()));
        parsed.put(effective.hash(), definition);
        return definition;
    }

    private static Violation at(Document document, Violation violation) {
        String path = violation.field().isEmpty() ? "" : "/" + violation.field();
        return new Violation(document.key() + path, violation.code(), violation.arguments(), violation.row());
    }
}
