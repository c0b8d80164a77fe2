package cymru.pontio.rates;

/** What kind of day it is: a bank holiday is nothing else, whatever day of the week it falls on. */
public enum DayClass {
    WEEKDAY,
    SATURDAY,
    SUNDAY,
    BANK_HOLIDAY
}
