package io.qudao.permission;

/** What signs in. */
public enum MemberKind {
    PERSON,
    /** A program with client credentials. */
    CLIENT
}
