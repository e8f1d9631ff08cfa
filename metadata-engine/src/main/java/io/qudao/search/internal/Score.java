package io.qudao.search.internal;

/** How much a fragment that matched is worth; both adapters count alike, so they rank alike. */
final class Score {
    static final int PER_WEIGHT = 10;
    /** The indexed fragment is the query's, not only its beginning. */
    static final int WHOLE = 5;

    private Score() {}
}
