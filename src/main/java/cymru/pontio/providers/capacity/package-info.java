/**
 * Spare hours as providers declare them, and what accepted awards took of them. All hours of this noun are user hours a
 * week: time with the person. Calls of two workers have rows of their own and count once in them; how many carer hours
 * that makes is shown beside, never added.
 */
@NamedInterface("capacity")
@NullMarked
package cymru.pontio.providers.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
