package io.qudao.search;

import java.util.UUID;

/** A record that was found; a higher score means a better match. */
public record SearchHit(String object, UUID id, String title, String payload, int score) {}
