package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.Band;
import cymru.pontio.providers.capacity.PartOfDay;
import cymru.pontio.support.PontioTest;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a part of the day begins and ends is said once in Java, once in PostgreSQL, and where providers declare their hours,
 * who do not know packages. Seeded faults, each by itself: begin the night at ten; end it at five; begin bedtime an hour late.
 */
@PontioTest
class PartsOfTheDayTests {
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void areTheSameEverywhere(Band band) {
        assertThat(PartOfDay.valueOf(band.name()).from()).isEqualTo(band.from());
        assertThat(clock("band_start", band)).isEqualTo(band.from());
        assertThat(clock("band_end", band)).isEqualTo(band.until());
    }

    /** What is later than one part belongs to the next. */
    @ParameterizedTest
    @EnumSource
    void followEachOther(Band band) {
        Band next = Band.values()[(band.ordinal() + 1) % Band.values().length];
        assertThat(next.from()).isEqualTo(band.until());
    }

    private LocalTime clock(String function, Band band) {
        return jdbc.sql("select carepackages." + function + "(?)")
                .param(band.name())
                .query((row, n) -> row.getObject(1, LocalTime.class))
                .single();
    }
}
