package cymru.pontio.providers.accreditation;

import java.util.regex.Pattern;

/** With whom providers of this council are registered; {@code pontio.regulator} says which. */
enum Regulator {
    /** Care Inspectorate Wales: service numbers like SIN-00009230-RQVY. */
    CIW("SIN-\\d{8}-[A-Z]{4}"),
    /** Care Quality Commission: provider and location numbers like 1-101635124. */
    CQC("1-\\d{6,12}");

    private final Pattern number;

    Regulator(String number) {
        this.number = Pattern.compile(number);
    }

    boolean knows(String typed) {
        return number.matcher(typed).matches();
    }
}
