package cymru.pontio.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Chance that falls the same way every time. Each question has its own dice, thrown from the seed and the question's
 * numbers, so that one more answer in one place changes nothing in another.
 */
final class Dice {
    private static final long SEED = 0x506F_6E74_696FL;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Dice() {}

    static SplittableRandom of(int... question) {
        long seed = SEED;
        for (int part : question) seed = mix(seed + GOLDEN * (part + 1L));
        return new SplittableRandom(seed);
    }

    /** A key in the order of time, like {@code kernel.Ids} makes them, but the same in every county. */
    static UUID key(long epochSecond, int... question) {
        SplittableRandom dice = of(question);
        long high = (epochSecond * 1000L << 16) | 0x7000L | dice.nextInt(0x1000);
        return new UUID(high, (dice.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    static boolean chance(RandomGenerator dice, int perThousand) {
        return dice.nextInt(1000) < perThousand;
    }

    static <T> T one(RandomGenerator dice, List<T> things) {
        return things.get(dice.nextInt(things.size()));
    }

    /** The index of one of the weights, in proportion to them. */
    static int weighted(RandomGenerator dice, int... weights) {
        int sum = 0;
        for (int weight : weights) sum += weight;
        int drawn = dice.nextInt(sum);
        for (int i = 0; ; i++) {
            drawn -= weights[i];
            if (drawn < 0) return i;
        }
    }

    private static long mix(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return twice ^ (twice >>> 31);
    }
}
