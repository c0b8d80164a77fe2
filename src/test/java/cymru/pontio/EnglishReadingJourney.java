package cymru.pontio;

class EnglishReadingJourney extends ReadingJourney {
    EnglishReadingJourney() {
        super("en");
    }
}
