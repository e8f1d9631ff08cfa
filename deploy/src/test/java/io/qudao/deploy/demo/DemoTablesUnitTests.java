package io.qudao.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The fictitious brand of the demo: no real names, all texts in Chinese, and a complete channel. */
class DemoTablesUnitTests {
    @Test
    void hangsTheChannelTogether() {
        var partners = DemoPartner.all();
        assertThat(count(partners, "DISTRIBUTOR")).isEqualTo(2);
        assertThat(count(partners, "SUB_DISTRIBUTOR")).isEqualTo(3);
        assertThat(count(partners, "OUTLET")).isEqualTo(12);
        var above = new HashSet<>(Set.of(DemoPartner.HEAD_OFFICE));
        for (var partner : partners) {
            assertThat(above).as(partner.code()).contains(partner.parent());
            assertThat(partner.name()).matches("\\p{IsHan}+");
            assertThat(above.add(partner.code())).isTrue();
        }
        assertThat(DemoPerson.others()).allSatisfy(person -> assertThat(above).contains(person.partner()));
    }

    @Test
    void drawsAPictureOfEachOfItsGoods() throws IOException {
        var looks = DemoCategory.all().stream().collect(Collectors.toMap(DemoCategory::code, look -> look));
        var goods = DemoProduct.all();
        assertThat(goods).hasSize(60).extracting(DemoProduct::code).doesNotHaveDuplicates();
        assertThat(goods).allSatisfy(product -> {
            assertThat(looks).containsKey(product.category());
            assertThat(product.name()).containsPattern("\\p{IsHan}");
            assertThat(product.price()).isPositive();
            assertThat(product.perCase()).isGreaterThan(1);
        });
        for (var look : looks.values()) {
            var png = PictureTile.png(Color.decode(look.colour()), look.shape(), 1);
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isPositive();
        }
    }

    private static long count(List<DemoPartner> partners, String role) {
        return partners.stream().filter(partner -> partner.role().equals(role)).count();
    }
}
