package cymru.pontio;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(PontioApplication.class).verify();
    }
}
