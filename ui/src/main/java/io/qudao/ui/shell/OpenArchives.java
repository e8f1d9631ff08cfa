package io.qudao.ui.shell;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps open the archives that contain the files of pages. Vaadin opens the archive again for each file it serves,
 * which costs more than everything else. If the program lies behind a symbolic link, the archive has two names, and one
 * request may close it while another still reads; the latter then fails and leaves the page blank.
 */
@Component
final class OpenArchives implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenArchives.class);
    private static final List<String> FOLDERS = List.of("META-INF/resources/", "META-INF/VAADIN/webapp/");

    private final List<FileSystem> archives = new ArrayList<>();

    OpenArchives() throws IOException {
        var loader = OpenArchives.class.getClassLoader();
        for (String folder : FOLDERS) {
            for (var place : Collections.list(loader.getResources(folder))) {
                if (place.getProtocol().equals("jar") && place.getPath().startsWith("file:")) {
                    open(place.toString());
                }
            }
        }
    }

    private void open(String place) throws IOException {
        try {
            archives.add(FileSystems.newFileSystem(new URI(place), Map.of()));
        } catch (FileSystemAlreadyExistsException heldByAnother) {
            LOG.debug("{} is already open", place);
        } catch (URISyntaxException unreadable) {
            LOG.warn("{} cannot be kept open and is opened for each file", place, unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileSystem archive : archives) {
            archive.close();
        }
    }
}
