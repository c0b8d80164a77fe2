package cymru.pontio.demo;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not healthy until the county is there, so that nobody is sent to a node that has nothing to show. */
@Component
class DemoHealth implements HealthIndicator {
    private final DemoCounty county;

    DemoHealth(DemoCounty county) {
        this.county = county;
    }

    @Override
    public Health health() {
        return county.state() == DemoCounty.State.READY
                ? Health.up().build()
                : Health.down().build();
    }
}
