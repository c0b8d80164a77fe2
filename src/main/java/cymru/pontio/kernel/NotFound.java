package cymru.pontio.kernel;

/** Not there, or not for the person asking: both look the same from outside. */
public class NotFound extends RuntimeException {}
