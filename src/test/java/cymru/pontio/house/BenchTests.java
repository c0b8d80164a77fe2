package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measures the product is run from source, so nothing else would tell that it no longer fits. */
class BenchTests {
    @TempDir
    Path out;

    /** Seeded fault: leave out what a record has gained. */
    @Test
    void everySectionOfTheBenchCompiles() throws Exception {
        List<Path> sections;
        try (Stream<Path> files = Files.list(Path.of("bench"))) {
            sections = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(told, Locale.ENGLISH, null)) {
            String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            compiler.getTask(
                            null,
                            files,
                            told,
                            List.of("-proc:none", "-classpath", libraries, "-d", out.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sections))
                    .call();
        }
        assertThat(sections).hasSizeGreaterThan(4);
        assertThat(told.getDiagnostics())
                .filteredOn(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }
}
