package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A component's need of another, and where it says so. */
record ComponentReference(ComponentKey user, ComponentKey target, String path) {}
