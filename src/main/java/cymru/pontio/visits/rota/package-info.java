/**
 * What a provider tells a person to expect, weeks ahead: which call, when, who comes. Later changes are written down with
 * whether the person was told.
 */
@NullMarked
package cymru.pontio.visits.rota;

import org.jspecify.annotations.NullMarked;
