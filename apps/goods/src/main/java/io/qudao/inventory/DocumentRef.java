package io.qudao.inventory;

import java.util.UUID;

/** The document behind a movement, such as {@code shipment} and its id. */
public record DocumentRef(String kind, UUID id) {}
