package io.qudao.ordering;

import java.util.UUID;

/** Id of an {@link Order}. */
public record OrderId(UUID value) {}
