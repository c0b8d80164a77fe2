package cymru.pontio.site;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Work that the clock starts, on every node: each job sees to it that only one node does it. {@code pontio.jobs=off}
 * keeps a node, or a test, free of it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "pontio.jobs", havingValue = "on", matchIfMissing = true)
class Jobs {}
