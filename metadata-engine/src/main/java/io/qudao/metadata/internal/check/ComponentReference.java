package io.qudao.metadata.internal.check;

import io.qudao.metadata.ComponentKey;

/** A reference from one component to another, and where it occurs. */
record ComponentReference(ComponentKey user, ComponentKey target, String path) {}
