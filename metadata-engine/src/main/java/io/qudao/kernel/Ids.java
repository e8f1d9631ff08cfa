package io.qudao.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Creates UUIDs of version 7 (RFC 9562), ordered by the millisecond of creation. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Returns a new id. Its time part only orders ids in an index; nothing may rely on it. */
    public static UUID next() {
        return at(InstantSource.system().millis(), RANDOM.nextInt(), RANDOM.nextLong());
    }

    static UUID at(long millis, int sequence, long random) {
        long high = (millis << 16) | 0x7000L | (sequence & 0x0FFFL);
        long low = (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
