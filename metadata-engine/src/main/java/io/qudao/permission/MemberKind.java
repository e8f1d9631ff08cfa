package io.qudao.permission;

/** Whether a person or a program signs in. */
public enum MemberKind {
    PERSON,
    /** A program with client credentials. */
    CLIENT
}
