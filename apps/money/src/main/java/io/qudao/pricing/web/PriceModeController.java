package io.qudao.pricing.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violations;
import io.qudao.pricing.PriceMode;
import io.qudao.pricing.Pricing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the tenant chooses among several prices (P3). */
@RestController
@RequestMapping("/api/v1/price-mode")
class PriceModeController {
    private final Pricing pricing;

    PriceModeController(Pricing pricing) {
        this.pricing = pricing;
    }

    @GetMapping
    @Permits({"price.read", "price.edit"})
    Mode get() {
        return new Mode(pricing.mode());
    }

    @PutMapping
    @Permits("price.edit")
    @HeadOffice
    Mode put(@RequestBody Request wanted) {
        var violations = new Violations();
        var mode = violations.choice("mode", wanted.mode(), PriceMode.class);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        pricing.choose(mode);
        return new Mode(mode);
    }

    record Mode(PriceMode mode) {}

    record Request(@Nullable String mode) {}
}
