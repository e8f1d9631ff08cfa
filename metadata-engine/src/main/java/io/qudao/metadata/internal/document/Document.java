package io.qudao.metadata.internal.document;

import io.qudao.metadata.ComponentKey;
import tools.jackson.databind.node.ObjectNode;

/**
 * One component of one layer, or of all merged.
 *
 * @param body never modified once it is here
 * @param hash of the key and the canonical body
 */
public record Document(ComponentKey key, ObjectNode body, String hash) {
    public static Document of(ComponentKey key, ObjectNode body) {
        return new Document(key, body, CanonicalJson.sha256(key + "\n" + CanonicalJson.write(body)));
    }

    /** Returns the document as a whole of its own, without the attributes it removes. */
    Document alone() {
        var whole = CanonicalJson.merge(CanonicalJson.empty(), body);
        return whole.equals(body) ? this : of(key, whole);
    }

    /** Returns this document with another layer's attributes in place of its own. */
    Document overriddenBy(Document upper) {
        return of(key, CanonicalJson.merge(body, upper.body));
    }

    public String json() {
        return CanonicalJson.write(body);
    }
}
