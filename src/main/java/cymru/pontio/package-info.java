/** Pontio: finding, starting and accounting for home care. */
@NullMarked
package cymru.pontio;

import org.jspecify.annotations.NullMarked;
