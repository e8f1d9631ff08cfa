package io.qudao.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import io.qudao.imports.ImportEncoding;
import io.qudao.imports.Imports;
import io.qudao.record.Query;
import io.qudao.record.Records;
import io.qudao.record.Row;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.Publishing;
import io.qudao.ui.PageTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member imports a file from the list of an object's records. */
class ImportDialogIntegrationTests extends PageTest {
    private static final String FILE = "Code,Name\nT1,Shelf\n,Door\nT3,Window\n";

    private Caller admin;

    @BeforeEach
    void publishTasks() {
        Publishing.publish(
                trade.admin(),
                "object/task",
                "{\"label\":{\"en\":\"Task\"},\"plural\":{\"en\":\"Tasks\"}}",
                "field/task.code",
                "{\"label\":{\"en\":\"Code\"},\"type\":\"text\",\"unique\":true,\"required\":true}");
        admin = member(trade.head, "brand_admin", Locale.ENGLISH);
        open(admin, "work/objects/task");
        click("records-import");
    }

    @Test
    void storesNothingOfAFileWithAWrongRow() {
        take();
        assertThat(text("import-figures")).isEqualTo("Nothing was stored. Wrong rows: 1 of 3");
        assertThat(text("import-errors")).startsWith("Row 3, Code: ");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void storesTheGoodRowsOnRequest() {
        TenantScope.run(admin, () -> ((Checkbox) named("import-good-rows").orElseThrow()).setValue(true));
        take();
        assertThat(text("import-figures")).isEqualTo("Rows stored: 2 of 3, wrong: 1");
        assertThat(tasks()).containsExactlyInAnyOrder("Shelf", "Window");
    }

    @Test
    void takesTheEncodingOfAFileThatCanBeReadInTwoWays() {
        var file = "Code,Name\nT1,茅台\n".getBytes(Charset.forName("GBK"));
        upload(file);
        assertThat(tasks()).isEmpty();
        TenantScope.run(admin, () -> encodings().setValue(ImportEncoding.GB18030));
        upload(file);
        await();
        assertThat(tasks()).containsExactly("茅台");
    }

    @SuppressWarnings("unchecked")
    private Select<ImportEncoding> encodings() {
        return (Select<ImportEncoding>) named("import-encoding").orElseThrow();
    }

    @Test
    void isNotOfferedToThoseWhoMayNotWrite() {
        Publishing.publish(
                trade.admin(),
                "permission_set/reading",
                "{\"label\":{\"en\":\"R\"},\"permissions\":[\"import.run\"],\"objects\":{\"task\":{\"read\":true,"
                        + "\"rows\":\"all\"}}}");
        open(member(trade.head, "reading", Locale.ENGLISH), "work/objects/task");
        assertThat(named("records-search")).isPresent();
        assertThat(named("records-import")).isEmpty();
    }

    /** Uploads the file and waits for the end of its import. */
    private void take() {
        upload(FILE.getBytes(StandardCharsets.UTF_8));
        await();
    }

    private void upload(byte[] content) {
        TenantScope.run(admin, () -> {
            try {
                var file = Files.createTempFile("tasks", ".csv");
                Files.write(file, content);
                dialog().take("tasks.csv", file.toFile());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void await() {
        TenantScope.run(admin, () -> {
            var imports = context.getBean(Imports.class);
            var job = imports.list(1).getFirst().id();
            assertThat(imports.await(job, Duration.ofMinutes(1)).state().isFinal())
                    .isTrue();
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        });
    }

    private ImportDialog dialog() {
        return all(UI.getCurrent())
                .filter(ImportDialog.class::isInstance)
                .map(ImportDialog.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<String> tasks() {
        return TenantScope.call(
                admin,
                () -> context.getBean(Records.class).list(Query.of("task")).rows().stream()
                        .map(Row::name)
                        .toList());
    }

    private String text(String name) {
        return named(name).orElseThrow().getElement().getTextRecursively();
    }

    private void click(String name) {
        TenantScope.run(admin, () -> {
            Component button = named(name).orElseThrow();
            ComponentUtil.fireEvent(button, new ClickEvent<>(button));
            roundTrip();
        });
    }
}
