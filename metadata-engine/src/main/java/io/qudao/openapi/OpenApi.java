package io.qudao.openapi;

import io.qudao.kernel.AnyMember;

/** Describes the API of the caller's tenant, limited to what the caller may use, in OpenAPI 3.1. */
public interface OpenApi {
    /** Returns the description of the API as the caller may use it. */
    @AnyMember
    Description describe();

    /**
     * @param tag changes whenever the text changes, and only then
     * @param json UTF-8; passed on only, never compared
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Description(String tag, byte[] json) {}
}
