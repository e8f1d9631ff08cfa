package io.qudao.openapi.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qudao.kernel.TenantId;
import io.qudao.metadata.Field;
import io.qudao.openapi.OpenApi;
import io.qudao.record.RecordTypes;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Describes the release's objects that the caller may use; the description is cached until something changes. */
@Component
class ReleaseOpenApi implements OpenApi {
    private static final long MOST_BYTES = 64L << 20;

    private final RecordTypes types;
    private final StandardPaths standard;
    private final JsonMapper json;
    private final Cache<Key, Description> descriptions = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Key, Description>weigher((key, description) -> description.json().length)
            .build();

    ReleaseOpenApi(RecordTypes types, StandardPaths standard, JsonMapper json) {
        this.types = types;
        this.standard = standard;
        this.json = json;
    }

    @Override
    public Description describe() {
        var caller = TenantScope.caller();
        var visible = types.visible();
        return descriptions.get(
                new Key(caller.tenant().id(), caller.locale(), tag(visible, caller)),
                key -> new Description(key.tag(), describe(visible, caller)));
    }

    private byte[] describe(List<VisibleType> visible, Caller caller) {
        var document = json.createObjectNode();
        var locale = caller.locale();
        Frame.write(document, caller.tenant().name());
        for (VisibleType type : visible) {
            document.withArrayProperty("tags")
                    .addObject()
                    .put("name", "records/" + type.type().name())
                    .put("description", type.type().plural().in(locale));
            new RecordPaths(document.withObjectProperty("paths"), type, locale).write();
            new RecordSchemas(document.withObjectProperty("components").withObjectProperty("schemas"), type, locale)
                    .write();
        }
        standard.addTo(document, caller);
        return json.writeValueAsBytes(document);
    }

    /** Returns a tag computed from everything the text depends on. */
    private String tag(List<VisibleType> visible, Caller caller) {
        var digest = sha256();
        digest.update((standard.fingerprint(caller) + caller.tenant().name() + caller.locale())
                .getBytes(StandardCharsets.UTF_8));
        for (VisibleType type : visible) {
            digest.update(type.type().hash().getBytes(StandardCharsets.UTF_8));
            String rights = "%b%b%b%s%s%s"
                    .formatted(
                            type.create(),
                            type.update(),
                            type.delete(),
                            type.given().stream().sorted().toList(),
                            type.changed().stream().sorted().toList(),
                            type.fields().stream().map(Field::name).toList());
            digest.update(rights.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Key(TenantId tenant, Locale locale, String tag) {}
}
