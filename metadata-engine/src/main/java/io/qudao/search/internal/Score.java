package io.qudao.search.internal;

/** The score of a matching fragment. Both adapters use it, so they rank alike. */
final class Score {
    static final int PER_WEIGHT = 10;
    /** The indexed fragment equals the query's instead of only starting with it. */
    static final int WHOLE = 5;

    private Score() {}
}
