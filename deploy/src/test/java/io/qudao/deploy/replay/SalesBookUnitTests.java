package io.qudao.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesBookUnitTests {
    @Test
    void accountsForEveryRow(@TempDir Path folder) throws Exception {
        var data = new DataFolder(ReplayFolderFixture.write(folder));
        var lines = DataFolder.lines(data.sales(Optional.empty()));
        var book = SalesBook.of(lines, Set.of("501", "502", "503"), Set.of("1001", "1002", "1003"), data.prices());
        assertThat(book.orders()).hasSize(ReplayFolderFixture.ORDERS + 1);
        assertThat(book.rejections().counts())
                .containsOnlyKeys("no_positive_quantity", "unknown_item", "unknown_outlet")
                .allSatisfy((reason, rows) -> assertThat(rows).isEqualTo(1));
        int kept =
                book.orders().stream().mapToInt(order -> order.lines().size()).sum();
        assertThat(kept + book.rejections().rows()).isEqualTo(lines.size());
    }

    @Test
    void makesASpecialPriceWhereTheInvoiceDiffersFromItsMonth(@TempDir Path folder) throws Exception {
        var data = new DataFolder(ReplayFolderFixture.write(folder));
        var lines = DataFolder.lines(data.sales(Optional.empty()));
        var book = SalesBook.of(lines, Set.of("501", "502", "503"), Set.of("1001", "1002", "1003"), data.prices());
        assertThat(book.specials()).singleElement().satisfies(special -> {
            assertThat(special.item()).isEqualTo("1002");
            assertThat(special.price()).isEqualByComparingTo("2.99");
        });
    }

    @Test
    void givesEachOrderOfAnOutletItsOwnInstant(@TempDir Path folder) throws Exception {
        var data = new DataFolder(ReplayFolderFixture.write(folder));
        var lines = DataFolder.lines(data.sales(Optional.empty()));
        var book = SalesBook.of(lines, Set.of("501", "502", "503"), Set.of("1001", "1002", "1003"), data.prices());
        assertThat(book.orders().stream().map(order -> order.outlet() + order.at()))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesWhatIsOddAboutProducts(@TempDir Path folder) throws Exception {
        var data = new DataFolder(ReplayFolderFixture.write(folder));
        assertThat(data.products().warnings())
                .containsEntry("barcode_repeated", 1)
                .containsEntry("case_cost_not_bottles_times_cost", 1)
                .hasSize(2);
    }
}
