package io.qudao.outbox.web;

import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.outbox.DeadLetter;
import io.qudao.outbox.DeadLetters;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages that could not be delivered. */
@RestController
@RequestMapping("/api/v1/outbox/rejected")
class DeadLetterController {
    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Permits("outbox.manage")
    Slice<DeadLetter> list(@RequestParam(defaultValue = "100") int limit) {
        return new Slice<>(letters.list(limit), null);
    }

    @PostMapping("/{consumer}/{position}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permits("outbox.manage")
    @HeadOffice
    void retry(@PathVariable String consumer, @PathVariable long position) {
        letters.retry(consumer, position);
    }

    @DeleteMapping("/{consumer}/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permits("outbox.manage")
    @HeadOffice
    void discard(@PathVariable String consumer, @PathVariable long position) {
        letters.discard(consumer, position);
    }
}
