package cymru.pontio.carepackages;

import cymru.pontio.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The plan as pages show it. What is null has not been answered.
 *
 * @param unfinishedStart start dates that were begun and left, as they were typed
 */
record PlanView(
        @Nullable PersonId person,
        Needs needs,
        Risks risks,
        @Nullable String locality,
        StartWanted start,
        @Nullable String unfinishedStart,
        @Nullable Cover interim,
        @Nullable Funding funding) {}
