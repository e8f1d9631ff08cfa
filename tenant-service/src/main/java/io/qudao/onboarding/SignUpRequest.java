package io.qudao.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * What a new tenant enters, unchecked.
 *
 * @param slug first label of its host
 * @param name of the first admin
 * @param locale tag of its language, such as {@code zh-CN}
 * @param currency ISO code of its own accounts
 * @param accent colour of its pages, {@code #rrggbb}; deep teal if none is given
 * @param apiClient whether a first program is wanted too
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
