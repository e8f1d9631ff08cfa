package io.qudao.ui.search;

import io.qudao.ordering.OrderId;
import io.qudao.ui.ordering.OrderingNavigation;
import io.qudao.ui.record.RecordNavigation;
import java.util.UUID;

/**
 * Something that was found.
 *
 * @param object such as {@code partner}
 * @param code what else it is known by; empty where that is its title
 */
record Finding(String object, UUID id, String title, String code) {
    /** Where it is shown, without the leading slash. */
    String address() {
        return object.equals(Findings.ORDER)
                ? OrderingNavigation.workOrder(new OrderId(id))
                : RecordNavigation.record(object, id).substring(1);
    }
}
