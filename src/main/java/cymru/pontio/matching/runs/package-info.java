/**
 * Runs: waiting packages that one worker, or one pair, could look after one call after another. Travel is approximated from
 * the areas alone, so that nothing here knows or tells where anybody lives.
 */
@NamedInterface("runs")
@NullMarked
package cymru.pontio.matching.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
