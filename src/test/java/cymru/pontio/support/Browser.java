package cymru.pontio.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A journey through the running application in the machine's own Chromium. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pontio.demo.size=off", "pontio.jobs=off", "server.address=127.0.0.1"})
@Import(TestDatabase.class)
@ActiveProfiles("test")
public abstract class Browser {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser browser;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** A page without cookies, opened for each test. */
    protected Page page;

    @BeforeAll
    static void findBrowser() {
        if (browser != null) {
            return;
        }
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String message = "No Chromium on this machine: journeys need one (Debian: apt-get install chromium),"
                    + " or PONTIO_CHROMIUM naming its executable";
            if (System.getenv("CI") != null) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        // The driver would otherwise fetch browsers of its own.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
        playwright = null;
        browser = null;
    }

    @BeforeEach
    void openPage() {
        page = newVisitor().newPage();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** Another person at another computer: their own cookies. */
    protected BrowserContext newVisitor() {
        return newVisitor(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    protected BrowserContext newVisitor(com.microsoft.playwright.Browser.NewContextOptions options) {
        var running = Objects.requireNonNull(browser);
        var context = running.newContext(options.setBaseURL(url("")));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        return context;
    }

    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** In one page: our pages have no frames, for whose sake axe would open a second page each time. */
    @SuppressWarnings("deprecation")
    protected void assertAccessible(Page shown) {
        var violations = new AxeBuilder(shown).setLegacyMode(true).analyze().getViolations();
        Assertions.assertTrue(
                violations.isEmpty(),
                () -> "Accessibility violations on " + shown.url() + ":\n"
                        + violations.stream().map(Browser::describe).reduce("", String::concat));
    }

    private static String describe(Rule rule) {
        var places = rule.getNodes().stream().map(node -> "    " + node.getHtml() + "\n");
        return "  " + rule.getId() + ": " + rule.getHelp() + "\n" + places.reduce("", String::concat);
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv().getOrDefault("PONTIO_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
                        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
