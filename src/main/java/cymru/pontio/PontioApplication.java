package cymru.pontio;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Pontio: the council finds, starts and accounts for home care. Beans have the names of their classes in full, so that two
 * rooms may use the same word for different things.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class PontioApplication {

    public static void main(String[] args) {
        SpringApplication.run(PontioApplication.class, args);
    }
}
