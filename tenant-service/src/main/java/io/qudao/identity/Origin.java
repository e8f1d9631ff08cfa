package io.qudao.identity;

import org.jspecify.annotations.Nullable;

/**
 * The origin of a sign-in attempt.
 *
 * @param address network address of the caller
 * @param device what the browser has stored from earlier successful sign-ins, unverified; null if nothing
 */
public record Origin(String address, @Nullable String device) {}
