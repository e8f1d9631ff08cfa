package io.qudao.metadata.internal;

import io.qudao.metadata.ComponentKey;

/** A reference from one component to another, and where it occurs. */
record ComponentReference(ComponentKey user, ComponentKey target, String path) {}
