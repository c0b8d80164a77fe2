package cymru.pontio;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.support.Browser;
import org.junit.jupiter.api.Test;

class StartJourney extends Browser {

    @Test
    void theApplicationAnswersABrowser() {
        var response = page.navigate("/actuator/health");
        assertThat(response).isNotNull();
        assertThat(page.content()).contains("UP");
    }
}
