package cymru.pontio.embedded;

/** The embedded database cannot run; the message and the advice are written for the person who starts the application. */
public final class DatabaseUnavailableException extends RuntimeException {

    private final String advice;

    DatabaseUnavailableException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    DatabaseUnavailableException(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
