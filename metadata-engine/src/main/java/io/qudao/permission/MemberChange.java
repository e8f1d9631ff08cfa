package io.qudao.permission;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A change of a member; absent attributes stay as they are. */
public record MemberChange(
        Optional<String> name,
        Optional<Locale> locale,
        Optional<Boolean> active,
        Optional<List<UUID>> partners,
        Optional<Set<String>> permissionSets) {}
