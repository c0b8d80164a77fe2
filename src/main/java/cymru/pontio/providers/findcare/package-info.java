/** Finding care without signing in: who gives what help where, and whether it is worth asking. */
@NullMarked
package cymru.pontio.providers.findcare;

import org.jspecify.annotations.NullMarked;
