package io.qudao.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address network address of the caller
 * @param device what a browser kept of the sign-ins that succeeded on it, unchecked; null if nothing
 */
public record Origin(String address, @Nullable String device) {}
