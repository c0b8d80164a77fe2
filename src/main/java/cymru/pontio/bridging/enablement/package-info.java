/** Time-limited help to do things oneself again: goals, and the hours a week needed before and after. */
@NullMarked
package cymru.pontio.bridging.enablement;

import org.jspecify.annotations.NullMarked;
