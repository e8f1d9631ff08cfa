package io.qudao.ordering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of an order: who, when, why (O1). */
public record Transition(
        @Nullable OrderStatus from,
        OrderStatus to,
        UUID actor,
        String actorName,
        Instant at,
        @Nullable String reason) {}
