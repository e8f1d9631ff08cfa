package io.qudao.permission.internal;

import java.util.UUID;

/** A member was put out of work, or back to work. */
record MemberStateChanged(UUID member) {}
