package io.qudao.deploy.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the servers that are Maven artifacts, each once, into a folder named after the artifact's version. */
final class Binaries {

    private static final int EXECUTABLE = 0100;

    private final Path folder;

    Binaries(Path folder) {
        this.folder = folder;
    }

    /** Returns the PostgreSQL installation with {@code bin}, {@code lib} and {@code share}. */
    Path postgres(HostPlatform platform) {
        URL archive = resource(platform.postgresArchive());
        return once(artifact(archive), target -> untar(archive.openStream(), target));
    }

    /** Returns the Redis server program. */
    Path redis(HostPlatform platform) {
        String name = platform.redisExecutable();
        URL program = resource(name);
        return once(artifact(program), target -> {
                    try (InputStream in = program.openStream()) {
                        Files.copy(in, target.resolve(name));
                    }
                    executable(target.resolve(name));
                })
                .resolve(name);
    }

    /** Returns the Elasticsearch installation packed in {@code zip}. */
    Path elasticsearch(Path zip) {
        String name = zip.getFileName().toString().replace(".zip", "");
        return once(name, target -> unzip(Files.newInputStream(zip), target)).resolve(name);
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }

    private Path once(String name, Unpacking unpacking) {
        Path target = folder.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempDirectory(folder, name + ".part");
            unpacking.into(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL resource(String name) {
        URL url = Binaries.class.getResource("/" + name);
        if (url == null) {
            throw new StackFailure(
                    "The build brought no " + name + ".", "Build again: ./qudao run builds what is missing");
        }
        return url;
    }

    private static String artifact(URL resource) {
        try {
            if (resource.openConnection() instanceof JarURLConnection jar) {
                String file = Path.of(URI.create(jar.getJarFileURL().toString()))
                        .getFileName()
                        .toString();
                return file.substring(0, file.length() - ".jar".length());
            }
            return Path.of(resource.getPath()).getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untar(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = within(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & EXECUTABLE) != 0) {
                        executable(path);
                    }
                }
            }
        }
    }

    private static void unzip(InputStream archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = within(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                    if (path.getParent().endsWith("bin")) {
                        executable(path);
                    }
                }
            }
        }
    }

    private static Path within(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("archive entry outside its folder: " + name);
        }
        return path;
    }

    private static void executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }
}
