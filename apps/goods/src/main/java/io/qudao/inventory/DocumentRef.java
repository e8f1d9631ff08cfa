package io.qudao.inventory;

import java.util.UUID;

/** The paper behind a movement, such as {@code shipment} and its id. */
public record DocumentRef(String kind, UUID id) {}
