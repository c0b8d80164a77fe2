package cymru.pontio.areas;

import cymru.pontio.site.TwoNames;

/** A part of the county with a name in each language, like {@code newtown}: Newtown, Y Drenewydd. */
public record Locality(String code, String nameEn, String nameCy) implements TwoNames {}
