package io.qudao.permission.internal;

import java.util.UUID;

/** A member was deactivated or reactivated. */
record MemberStateChanged(UUID member) {}
