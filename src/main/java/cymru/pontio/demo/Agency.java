package cymru.pontio.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider of long-term care in the county; all names are invented.
 *
 * @param size its share of the market
 * @param score out of a hundred, from regulator, council and KPIs alike; none means not yet rated
 * @param patches codes of the localities it covers; for the in-house team all
 * @param rateSteps how far above the floor it tends to bid, in twentieths of the span to the ceiling
 */
record Agency(
        String name,
        int size,
        @Nullable Integer score,
        boolean doubleHanded,
        boolean welsh,
        int rateSteps,
        List<String> training,
        List<String> patches) {
    static final int INHOUSE = 18;

    private static final List<String> FULL = List.of(
            "CATHETER", "DEMENTIA", "EPILEPSY", "HOIST", "INSULIN_PROMPT", "LEARNING_DISABILITY", "PEG", "STOMA");
    /** Two agencies have workers who sign (British Sign Language). */
    private static final List<String> SIGNING =
            Stream.concat(Stream.of("BSL"), FULL.stream()).toList();

    private static final List<String> USUAL = List.of("CATHETER", "DEMENTIA", "HOIST", "INSULIN_PROMPT", "STOMA");
    private static final List<String> BASIC = List.of("DEMENTIA", "INSULIN_PROMPT");

    static final List<Agency> ALL = List.of(
            of(
                    "Gofal Brithyll Arian",
                    17,
                    91,
                    true,
                    true,
                    9,
                    SIGNING,
                    "newtown",
                    "llanidloes",
                    "welshpool",
                    "llanfair",
                    "llanfyllin"),
            of(
                    "Gylfinir Home Support",
                    12,
                    78,
                    true,
                    true,
                    6,
                    FULL,
                    "newtown",
                    "llanidloes",
                    "machynlleth",
                    "welshpool"),
            of("Cwmwl Gwyn Care", 7, null, true, false, 3, USUAL, "newtown", "welshpool", "llanidloes"),
            of("Marchlyn Bach Support", 12, 84, true, true, 8, FULL, "brecon", "hay", "crickhowell", "builth"),
            of(
                    "Thistledown Lane Care",
                    11,
                    73,
                    true,
                    false,
                    5,
                    USUAL,
                    "llandrindod",
                    "builth",
                    "knighton",
                    "hay",
                    "brecon"),
            of("Gofal Pedair Onnen", 10, 88, true, true, 10, SIGNING, "ystradgynlais", "brecon"),
            of("Otterbrook Visiting Care", 6, 69, true, false, 4, USUAL, "crickhowell", "brecon"),
            of("Gofal Draenog", 5, 81, true, true, 7, USUAL, "machynlleth", "llanidloes"),
            of("Lapwing Hollow Home Support", 6, 76, true, false, 6, USUAL, "knighton", "llandrindod"),
            of("Gofal Bryn y Sguthan", 5, 86, true, true, 9, FULL, "llanfyllin", "llanfair", "welshpool"),
            of("Wheatear Cottage Care", 4, 66, false, false, 2, BASIC, "llandrindod", "builth"),
            of("Gofal Nant y Crychydd", 5, 90, true, true, 11, FULL, "ystradgynlais", "crickhowell"),
            of("Saffron Stile Homecare", 4, 71, true, false, 5, USUAL, "welshpool", "llanfyllin", "newtown"),
            of("Gofal Lleuad Fedi", 3, 83, false, true, 6, BASIC, "machynlleth", "newtown"),
            of("Copper Kettle Care at Home", 3, 62, false, false, 1, BASIC, "hay", "knighton"),
            of("Gofal Siglen Fraith", 4, null, true, true, 5, USUAL, "builth", "brecon", "ystradgynlais"),
            of("Dipper Weir Support", 3, 79, true, false, 7, USUAL, "crickhowell", "hay"),
            of("Gofal Carreg Wen Fach", 3, 87, true, true, 8, USUAL, "llanfair", "llanfyllin"),
            of("Gofal Cartref Gwern Home Care", 0, 89, true, true, 8, FULL, everywhere()));

    static final List<String> MICRO = List.of(
            "Paned a Sgwrs",
            "Errands and Elevenses",
            "Cymydog Da Dyfi",
            "Three Gates Companions",
            "Gardd a Chegin",
            "Bore Da Help",
            "Twt a Thaclus",
            "Wenallt Helping Hand");

    /** Who will care for this person: the council's own team for one in eight, otherwise an agency that can. */
    static int choose(Life life, SplittableRandom dice) {
        if (Dice.chance(dice, 118) || suited(life).isEmpty()) return INHOUSE;
        int[] weights = new int[INHOUSE];
        for (int i = 0; i < INHOUSE; i++) weights[i] = ALL.get(i).suits(life) ? ALL.get(i).size : 0;
        return Dice.weighted(dice, weights);
    }

    boolean suits(Life life) {
        return patches.contains(life.where().code())
                && (doubleHanded || !life.doubleHanded)
                && (welsh || !life.welsh.equals("NEED"));
    }

    /** Those that may bid for this person's care. */
    static List<Integer> suited(Life life) {
        return IntStream.range(0, INHOUSE)
                .filter(i -> ALL.get(i).suits(life))
                .boxed()
                .toList();
    }

    private static Agency of(
            String name,
            int size,
            @Nullable Integer score,
            boolean doubleHanded,
            boolean welsh,
            int rateSteps,
            List<String> training,
            String... patches) {
        return new Agency(name, size, score, doubleHanded, welsh, rateSteps, training, List.of(patches));
    }

    private static String[] everywhere() {
        return Place.ALL.stream().map(Place::code).toArray(String[]::new);
    }
}
