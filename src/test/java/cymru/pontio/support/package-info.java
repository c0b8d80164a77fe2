/** What the tests of every room share: the database, the application context and the browser. */
@NullMarked
package cymru.pontio.support;

import org.jspecify.annotations.NullMarked;
