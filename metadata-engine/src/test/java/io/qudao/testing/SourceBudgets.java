package io.qudao.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of the code: how long a file and a method may be, how wide a constructor, how broad a module's face. What a facade
 * does is said in its Javadoc, without exception.
 */
public final class SourceBudgets {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int CONSTRUCTOR_PARAMETERS = 6;
    private static final int ROOT_TYPES = 25;
    private static final int INTERNAL_TYPES = 40;
    private static final Set<String> CALLERS = Set.of("Permits", "ByModules", "AnyMember", "Anonymous");

    private final List<String> excesses = new ArrayList<>();
    private final Map<String, Integer> rootTypes = new TreeMap<>();
    private final Map<String, Integer> internalTypes = new TreeMap<>();

    private SourceBudgets() {}

    /** What exceeds a budget below these source folders, a line each; an error where they hold no source at all. */
    public static List<String> excesses(Path... folders) {
        var files = new ArrayList<Path>();
        for (Path folder : folders) {
            files.addAll(sources(folder));
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("No source below " + List.of(folders));
        }
        var budgets = new SourceBudgets();
        budgets.read(files);
        budgets.rootTypes.forEach((module, types) -> budgets.check(types, ROOT_TYPES, module + ": public types"));
        budgets.internalTypes.forEach((name, types) -> budgets.check(types, INTERNAL_TYPES, name + ": types"));
        return budgets.excesses;
    }

    private void read(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                measure(unit, trees);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void measure(CompilationUnitTree unit, Trees trees) throws IOException {
        var positions = trees.getSourcePositions();
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        String text = unit.getSourceFile().getCharContent(true).toString();
        check((int) text.lines().count(), FILE_LINES, file + ": lines");
        countRootTypes(unit);
        if (unit.getSourceFile().toUri().getPath().contains("/src/main/")) {
            countInternalTypes(unit);
        }
        var lines = unit.getLineMap();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                check(length(unit, method, positions, lines), METHOD_LINES, file + "." + method.getName() + ": lines");
                if (method.getReturnType() == null && !isRecord()) {
                    check(method.getParameters().size(), CONSTRUCTOR_PARAMETERS, file + ": constructor parameters");
                }
                if (isOfFacade(method) && trees.getDocComment(getCurrentPath()) == null) {
                    excesses.add(file + "." + method.getName() + ": does not say what it does and refuses");
                }
                return super.visitMethod(method, nothing);
            }

            private boolean isRecord() {
                return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
            }

            // Methods of facades say who may call them.
            private boolean isOfFacade(MethodTree method) {
                return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE
                        && method.getModifiers().getAnnotations().stream()
                                .map(annotation ->
                                        annotation.getAnnotationType().toString())
                                .anyMatch(CALLERS::contains);
            }
        }.scan(unit, null);
    }

    private void countRootTypes(CompilationUnitTree unit) {
        String name = String.valueOf(unit.getPackageName());
        if (!name.matches("io\\.qudao\\.[a-z]+")) {
            return;
        }
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared
                    && declared.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                rootTypes.merge(name, 1, Integer::sum);
            }
        }
    }

    private void countInternalTypes(CompilationUnitTree unit) {
        String name = String.valueOf(unit.getPackageName());
        if (name.contains(".internal")) {
            internalTypes.merge(name, unit.getTypeDecls().size(), Integer::sum);
        }
    }

    private static int length(CompilationUnitTree unit, Tree tree, SourcePositions positions, LineMap lines) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        return start < 0 || end < 0 ? 0 : (int) (lines.getLineNumber(end) - lines.getLineNumber(start) + 1);
    }

    private void check(int measured, int budget, String what) {
        if (measured > budget) {
            excesses.add("%s %d, budget %d".formatted(what, measured, budget));
        }
    }

    private static List<Path> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
