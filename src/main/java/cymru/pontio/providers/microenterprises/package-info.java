/**
 * Micro-enterprises: somebody working alone or with very few others. Without registration they may give personal care to
 * four people at any one time (SI 2017/1264, regulation 3), so that number is kept here, whoever adds the fifth.
 */
@NamedInterface("microenterprises")
@NullMarked
package cymru.pontio.providers.microenterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
