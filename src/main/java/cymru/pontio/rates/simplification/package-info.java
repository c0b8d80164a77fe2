/** All rates that are being paid, how many they are, and proposals to make them fewer or to raise them. */
@NamedInterface("simplification")
@NullMarked
package cymru.pontio.rates.simplification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
