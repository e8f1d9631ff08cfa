package io.qudao.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * The data entered for a new tenant, unchecked.
 *
 * @param slug first label of its host name
 * @param name name of the first admin
 * @param locale language tag, such as {@code zh-CN}
 * @param currency ISO code of the currency of its own accounts
 * @param accent colour of its pages, {@code #rrggbb}; deep teal by default
 * @param apiClient whether to create a first program as well
 */
public record SignUpRequest(
        @Nullable String slug,
        @Nullable String company,
        @Nullable String name,
        @Nullable String email,
        @Nullable String password,
        @Nullable String locale,
        @Nullable String currency,
        @Nullable String accent,
        @Nullable Boolean apiClient) {}
