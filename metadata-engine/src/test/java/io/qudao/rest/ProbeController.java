package io.qudao.rest;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fails in every way an endpoint can. */
@RestController
@RequestMapping("/api/v1/probe")
class ProbeController {
    enum Colour {
        RED,
        DARK_BLUE
    }

    record Line(int quantity, @Nullable BigDecimal price) {}

    record Order(String name, List<Line> lines, Colour colour, Optional<UUID> partner) {}

    @PostMapping
    @AnyMember
    Order echo(@RequestBody Order order) {
        return order;
    }

    @GetMapping("/{id}")
    @AnyMember
    UUID one(@PathVariable UUID id, @RequestParam int page) {
        return id;
    }

    @PostMapping("/tag")
    @AnyMember
    long tag(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        EntityTag.required(ifMatch).requireCurrent(7);
        return 7;
    }

    @GetMapping("/fail/{how}")
    @AnyMember
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "rule" ->
                new ProblemException(
                        CommonProblem.INVALID_INPUT,
                        List.of(
                                Violation.of("a", "required"),
                                Violation.of("b", "too_long", 5).inRow(12)));
            case "stale" -> new OptimisticLockingFailureException("changed");
            case "forger" ->
                new IllegalStateException("one\n2026-01-31T08:00:00.000Z ERROR forged\r\nby \u001b[2K\u009bcause");
            case "down" -> new DataAccessResourceFailureException("no database");
            default -> new IllegalStateException("secret detail");
        };
    }
}
