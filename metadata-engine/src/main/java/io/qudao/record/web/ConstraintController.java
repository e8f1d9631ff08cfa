package io.qudao.record.web;

import io.qudao.kernel.Permits;
import io.qudao.record.Constraints;
import io.qudao.record.Constraints.Constraint;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The constraints of an object's fields and their state. */
@RestController
@RequestMapping("/api/v1/metadata/objects/{name}/constraints")
class ConstraintController {
    private final Constraints constraints;

    ConstraintController(Constraints constraints) {
        this.constraints = constraints;
    }

    @GetMapping
    @Permits("metadata.read")
    Items list(@PathVariable String name) {
        return new Items(constraints.of(name));
    }

    record Items(List<Constraint> items) {}
}
