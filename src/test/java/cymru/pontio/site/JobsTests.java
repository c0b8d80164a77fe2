package cymru.pontio.site;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.PontioTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

@PontioTest
class JobsTests {
    @Autowired
    ApplicationContext context;

    /** Seeded fault: leave spring.modulith.moments.enabled out of the configuration. */
    @Test
    void aNodeWithJobsOffStartsNothingByTheClock() {
        assertThat(context.getEnvironment().getProperty("pontio.jobs")).isEqualTo("off");
        assertThat(context.getBeansOfType(ScheduledAnnotationBeanPostProcessor.class))
                .isEmpty();
    }
}
