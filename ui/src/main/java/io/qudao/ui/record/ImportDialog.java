package io.qudao.ui.record;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.shared.Registration;
import io.qudao.imports.ImportEncoding;
import io.qudao.imports.ImportJob;
import io.qudao.imports.ImportMode;
import io.qudao.imports.ImportRequest;
import io.qudao.imports.ImportState;
import io.qudao.imports.Imports;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Field;
import io.qudao.record.RecordTypes.VisibleType;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports records of an object from a file, and shows how far it is and what is wrong with its rows. */
final class ImportDialog extends Dialog {
    private static final int POLL_MILLIS = 500;
    private static final int MOST_ERRORS = 50;

    private final transient Imports imports;
    private final transient VisibleType type;
    private final transient Runnable after;
    private final Checkbox goodRows = Named.as("import-good-rows", new Checkbox());
    private final Select<ImportEncoding> encoding = Named.as("import-encoding", new Select<>());
    private final Upload upload = Named.as("import-file", new Upload());
    private final Box progress = Named.as("import-progress", new Box("q-stack"));
    private final Button cancel = Named.as("import-cancel", new Button(Texts.of("records.import.cancel")));

    private @Nullable UUID running;
    private @Nullable Registration polling;

    /** @param after is called when the import has ended */
    ImportDialog(Imports imports, VisibleType type, Runnable after) {
        this.imports = imports;
        this.type = type;
        this.after = after;
        addClassName("sheet");
        setHeaderTitle(Texts.of("records.import.title", type.type().plural().in(Texts.locale())));
        setWidth("min(560px, 100%)");
        goodRows.setLabel(Texts.of("records.import.good_rows"));
        encoding.setLabel(Texts.of("records.import.encoding"));
        encoding.setItems(ImportEncoding.values());
        encoding.setEmptySelectionAllowed(true);
        encoding.setEmptySelectionCaption(Texts.of("records.import.encoding.found_out"));
        encoding.setItemLabelGenerator(one -> one == null ? Texts.of("records.import.encoding.found_out") : one.code());
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".xlsx", ".txt", ".gz");
        upload.setUploadButton(new Button(Texts.of("records.import.choose")));
        upload.setDropLabel(new Span(Texts.of("records.import.drop")));
        var caller = TenantScope.caller(); // an upload may end in a request of whatever kind
        upload.setUploadHandler(UploadHandler.toTempFile((metadata, file) -> TenantScope.call(caller, () -> {
            take(metadata.fileName(), file);
            return true;
        })));
        add(new Box(
                "q-stack",
                new Paragraph(Texts.of("records.import.text")),
                new Paragraph(Texts.of("records.import.columns", columns())),
                goodRows,
                encoding,
                upload,
                progress));
        cancel.setVisible(false);
        cancel.addClickListener(click -> cancel());
        var close = Named.as("import-close", new Button(Texts.of("action.close"), click -> close()));
        getFooter().add(cancel, close);
        Named.as("import", this);
    }

    private String columns() {
        return type.fields().stream()
                .filter(field ->
                        type.given().contains(field.name()) || type.changed().contains(field.name()))
                .map(field -> field.label().in(Texts.locale()))
                .collect(Collectors.joining(Texts.of("records.import.between")));
    }

    /** Starts the import of a file that was uploaded. */
    void take(String fileName, File file) throws IOException {
        var mode = goodRows.getValue() ? ImportMode.GOOD_ROWS : ImportMode.ALL_OR_NOTHING;
        var request = new ImportRequest(
                "records/" + type.type().name(),
                mode,
                fileName,
                Optional.ofNullable(encoding.getValue()),
                Optional.empty());
        try (var content = Files.newInputStream(file.toPath())) {
            var job = imports.start(request, content);
            running = job.id();
            watch(UI.getCurrent(), job.id());
            show(job);
        } catch (ProblemException refused) {
            upload.clearFileList();
            Notices.refused(refused);
        } finally {
            Files.deleteIfExists(file.toPath());
        }
    }

    private void cancel() {
        if (running != null) {
            imports.cancel(running);
        }
    }

    private void watch(UI page, UUID id) {
        var listener = page.addPollListener(poll -> show(imports.get(id)));
        page.setPollInterval(POLL_MILLIS);
        polling = () -> {
            listener.remove();
            page.setPollInterval(-1);
        };
    }

    private void stopWatching() {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }

    /** The import goes on when the dialog is closed. */
    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        stopWatching();
    }

    private void show(ImportJob job) {
        boolean ended = job.state().isFinal();
        upload.setVisible(ended);
        goodRows.setEnabled(ended);
        encoding.setEnabled(ended);
        progress.removeAll();
        progress.add(bar(job), Named.as("import-figures", new Span(figures(job))));
        if (!job.ignoredColumns().isEmpty()) {
            progress.add(new Span(Texts.of(
                    "records.import.ignored", String.join(Texts.of("records.import.between"), job.ignoredColumns()))));
        }
        cancel.setVisible(!ended);
        if (ended) {
            stopWatching();
            upload.clearFileList();
            showErrors(job);
            after.run();
        }
    }

    private static ProgressBar bar(ImportJob job) {
        var steps = Math.max(1, 2 * job.rows());
        var done = job.state().isFinal() ? steps : Math.min(steps, job.checked() + job.written());
        var bar = new ProgressBar(0, steps, done);
        bar.getElement().setAttribute("aria-label", Texts.of("records.import"));
        return bar;
    }

    private static String figures(ImportJob job) {
        var key = job.state() == ImportState.APPLYING
                ? "running"
                : job.state().name().toLowerCase(Locale.ROOT);
        return Texts.of("records.import.state." + key, job.rows(), job.stored(), job.bad());
    }

    private void showErrors(ImportJob job) {
        var errors = imports.errors(job.id(), -1, MOST_ERRORS);
        if (!errors.isEmpty()) {
            var list = Named.as("import-errors", new UnorderedList());
            errors.forEach(error -> list.add(new ListItem(text(error))));
            progress.add(list);
        }
    }

    private String text(Violation error) {
        var column = type.type()
                .field(error.field())
                .map(Field::label)
                .map(label -> label.in(Texts.locale()))
                .orElse(error.field());
        var row = Objects.requireNonNullElse(error.row(), 0L);
        return column.isEmpty()
                ? Texts.of("records.import.error", row, Notices.message(error))
                : Texts.of("records.import.error.column", row, column, Notices.message(error));
    }
}
