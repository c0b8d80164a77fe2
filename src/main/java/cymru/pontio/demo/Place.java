package cymru.pontio.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A locality as the county needs it. The weights are synthetic apart from three that follow published populations.
 *
 * @param code as in {@code areas.locality}
 * @param weight share of the county's people, in thousandths
 * @param north which of the two social work teams
 * @param welsh how many of a thousand people would like their care in Welsh
 */
record Place(String code, int weight, boolean north, int welsh, String town, List<String> outwardCodes) {
    static final List<Place> ALL = List.of(
            new Place("welshpool", 138, true, 50, "Welshpool", List.of("SY21", "SY15")),
            new Place("newtown", 125, true, 60, "Newtown", List.of("SY16")),
            new Place("brecon", 99, false, 80, "Brecon", List.of("LD3")),
            new Place("llandrindod", 86, false, 30, "Llandrindod Wells", List.of("LD1", "LD6")),
            new Place("ystradgynlais", 81, false, 380, "Ystradgynlais", List.of("SA9")),
            new Place("llanfyllin", 75, true, 160, "Llanfyllin", List.of("SY22")),
            new Place("crickhowell", 67, false, 40, "Crickhowell", List.of("NP8")),
            new Place("hay", 66, false, 30, "Talgarth", List.of("LD3", "HR3")),
            new Place("knighton", 66, false, 20, "Knighton", List.of("LD7", "LD8")),
            new Place("builth", 53, false, 60, "Builth Wells", List.of("LD2", "LD4", "LD5")),
            new Place("llanidloes", 51, true, 110, "Llanidloes", List.of("SY18", "SY17")),
            new Place("llanfair", 47, true, 250, "Llanfair Caereinion", List.of("SY21")),
            new Place("machynlleth", 46, true, 420, "Machynlleth", List.of("SY20")));

    /** Parts of a whole by largest remainder, so that they add up to it; the earlier place first among equals. */
    static int[] shares(int whole) {
        int[] parts = new int[ALL.size()];
        int left = whole;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = whole * ALL.get(i).weight / 1000;
            left -= parts[i];
        }
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -(whole * ALL.get(i).weight % 1000)))
                .toList();
        for (int i = 0; i < left; i++) parts[byRemainder.get(i)]++;
        return parts;
    }
}
