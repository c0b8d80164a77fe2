package cymru.pontio.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param dataDir the folder in which everything is kept that has to outlive a restart */
@ConfigurationProperties("pontio")
record EmbeddedPostgresProperties(@DefaultValue("data") Path dataDir) {}
