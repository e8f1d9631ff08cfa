package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A component's need of another, and where it says so. */
record Use(ComponentKey user, ComponentKey target, String path) {}
