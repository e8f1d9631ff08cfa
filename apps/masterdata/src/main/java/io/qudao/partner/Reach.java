package io.qudao.partner;

import io.qudao.expression.SqlFragment;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The partners whose own business (orders, stock, price lists, credit) a caller may see: the partner acted for and,
 * with the permission {@code partner.subtree}, all partners below it, which for the head office means everyone. Never a
 * sibling.
 */
public sealed interface Reach {
    boolean covers(PartnerId partner);

    /**
     * Returns the condition on rows with the alias {@code r} that one of these columns contains a partner in reach.
     */
    SqlFragment rows(String... columns);

    record Everyone() implements Reach {
        @Override
        public boolean covers(PartnerId partner) {
            return true;
        }

        @Override
        public SqlFragment rows(String... columns) {
            return new SqlFragment("true", List.of());
        }
    }

    /** Empty for a member without a partner. */
    record These(Set<PartnerId> partners) implements Reach {
        public These {
            partners = Set.copyOf(partners);
        }

        @Override
        public boolean covers(PartnerId partner) {
            return partners.contains(partner);
        }

        @Override
        public SqlFragment rows(String... columns) {
            String array =
                    partners.stream().map(PartnerId::toString).sorted().collect(Collectors.joining(",", "{", "}"));
            String condition = Stream.of(columns)
                    .map(column -> "r." + column + " = any(cast(? as uuid[]))")
                    .collect(Collectors.joining(" or ", "(", ")"));
            return new SqlFragment(condition, Collections.<Object>nCopies(columns.length, array));
        }
    }
}
