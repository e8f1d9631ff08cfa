package io.qudao.search;

import java.util.UUID;

/** A record that was found; the higher the score the better it fits. */
public record SearchHit(String object, UUID id, String title, String payload, int score) {}
