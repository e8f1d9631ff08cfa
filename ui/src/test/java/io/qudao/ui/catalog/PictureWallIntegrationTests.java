package io.qudao.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.catalog.internal.Pictures;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.Tenant;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Endpoints;
import io.qudao.testing.Shop;
import io.qudao.testing.TenantFixture;
import io.qudao.ui.NodeTest;
import io.qudao.ui.PlatformNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Two tenants at what a node serves beside its pages and the API. */
// T1, T2
@NodeTest
class PictureWallIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Test
    void hasACaseForEveryEndpoint() {
        assertThat(Endpoints.of(context, PlatformNode.class).keySet()).containsExactly("GET /pictures/{product}");
    }

    @Test
    void showsNoPictureOfAnotherTenant() {
        var owner = new Shop(context, "owner", "12.34");
        var picture = Pictures.png(2, 2);
        owner.admin
                .with("Content-Type", "image/png")
                .send("PUT", "/api/v1/products/" + owner.product + "/picture", picture);
        assertThat(status(owner.tenant, owner.product)).isEqualTo(HttpStatus.OK);
        assertThat(status(TenantFixture.create(context), owner.product)).isEqualTo(HttpStatus.NO_CONTENT);
    }

    private HttpStatusCode status(Tenant tenant, String product) {
        return TenantScope.call(
                Caller.platform(tenant),
                () -> context.getBean(GoodsPictureController.class)
                        .picture(UUID.fromString(product))
                        .getStatusCode());
    }
}
