package cymru.pontio.visits;

/** Care delivered in a period on its two bases, which are never added to each other. */
public record VisitSums(long userMinutes, long carerMinutes, long visits) {}
