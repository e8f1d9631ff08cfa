package io.qudao.ui.catalog;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.catalog.Sku;
import io.qudao.ui.component.PictureTile;
import io.qudao.ui.component.SearchField;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.Face;
import io.qudao.ui.shell.NavigationEntries;
import io.qudao.ui.shell.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** URLs of products. */
@Component
public class CatalogNavigation implements NavigationEntries {
    static final String WORK = "work/products";

    /** Returns the picture of a SKU. */
    public static PictureTile tile(Sku sku) {
        return new PictureTile(
                Visible.text(sku.name(), "sku.name"), sku.category().value(), "/pictures/" + sku.product());
    }

    /** Returns the URL of a search for products. */
    public static String search(String words) {
        return SearchField.address(WORK, words);
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of(
                Face.WORKSPACE, 30, "work.nav.products", VaadinIcon.PACKAGE, WORK, "catalog.read", "catalog.edit"));
    }
}
