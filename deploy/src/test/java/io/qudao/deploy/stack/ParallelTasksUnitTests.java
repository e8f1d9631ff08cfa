package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParallelTasksUnitTests {

    @Test
    void runsTasksSideBySide() throws InterruptedException {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        ParallelTasks.run(
                () -> {
                    first.countDown();
                    second.await();
                },
                () -> {
                    first.await();
                    second.countDown();
                });
        assertThat(second.getCount()).isZero();
    }

    @Test
    void interruptsTheOthersWhenOneFails() {
        var interrupted = new AtomicBoolean();
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> ParallelTasks.run(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                                throw e;
                            }
                        },
                        () -> {
                            throw new StackFailure("no");
                        }))
                .withMessage("no");
        assertThat(interrupted).isTrue();
    }
}
