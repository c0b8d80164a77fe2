package cymru.pontio.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test against the whole application and a real database.
 *
 * <p>All such tests share one application context. Adding a mock bean, a property or a profile to a single test starts a
 * second one, which costs every build several seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(properties = {"pontio.demo.size=off", "pontio.jobs=off"})
@AutoConfigureMockMvc
@Import(TestDatabase.class)
@ActiveProfiles("test")
public @interface PontioTest {}
