package cymru.pontio.areas;

import cymru.pontio.site.TwoNames;

/** The smaller areas of which patches are made. @param locality code of the patch it belongs to */
record Community(String code, String nameEn, String nameCy, String locality) implements TwoNames {}
