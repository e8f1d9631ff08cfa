package io.qudao.openapi;

import io.qudao.kernel.AnyMember;

/** The API of the caller's tenant, as far as the caller may use it, in OpenAPI 3.1. */
public interface OpenApi {
    @AnyMember
    Description describe();

    /**
     * @param tag changes with the text, and only with it
     * @param json in UTF-8; only passed on, never compared
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Description(String tag, byte[] json) {}
}
