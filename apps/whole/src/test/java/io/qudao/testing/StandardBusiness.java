package io.qudao.testing;

import io.qudao.fulfillment.Shipments;
import io.qudao.inventory.Stock;
import io.qudao.ordering.Orders;
import io.qudao.partner.Partners;
import io.qudao.pricing.Pricing;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;

/** What all areas of the standard business offer. */
public final class StandardBusiness {
    private static final Class<?>[] AREAS = {Partners.class, Stock.class, Pricing.class, Orders.class, Shipments.class};

    private StandardBusiness() {}

    public static Map<String, HandlerMethod> endpoints(ApplicationContext context) {
        return Endpoints.of(context, AREAS);
    }

    public static LeakCases leakCases(ApplicationContext context) {
        return LeakCases.of(context, AREAS);
    }
}
