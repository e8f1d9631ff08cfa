package io.qudao.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that is long by nature: {@code ./qudao test} leaves it out, {@code ./qudao test --long} runs it too. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("long")
public @interface LongRun {
    /** For tests that try less in a usual run. */
    final class Size {
        private Size() {}

        /** The one number in a long run, the other in a usual one. */
        public static int of(int inLongRun, int usually) {
            return Boolean.getBoolean("qudao.tests.long") ? inLongRun : usually;
        }
    }
}
