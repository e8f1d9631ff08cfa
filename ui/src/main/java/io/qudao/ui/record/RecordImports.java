package io.qudao.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.qudao.imports.Imports;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Texts;
import org.springframework.stereotype.Component;

/** Offers to import records to those who may. */
@Component
class RecordImports {
    private final Imports imports;

    RecordImports(Imports imports) {
        this.imports = imports;
    }

    boolean isOffered(VisibleType type) {
        return (type.create() || type.update()) && TenantScope.caller().may("import.run");
    }

    Button button(VisibleType type, Runnable after) {
        var button = new Button(
                Texts.of("records.import"),
                VaadinIcon.UPLOAD.create(),
                click -> new ImportDialog(imports, type, after).open());
        return Named.as("records-import", button);
    }
}
