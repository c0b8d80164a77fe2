package cymru.pontio;

class WelshReadingJourney extends ReadingJourney {
    WelshReadingJourney() {
        super("cy");
    }
}
