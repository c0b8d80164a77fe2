/** Flexible hours: what was saved and used of them, and calls that are short by law. */
@NullMarked
package cymru.pontio.visits.flexible;

import org.jspecify.annotations.NullMarked;
