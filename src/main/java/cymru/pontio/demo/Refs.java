package cymru.pontio.demo;

import cymru.pontio.kernel.Reference;
import java.util.random.RandomGenerator;

/** References by the product's own rule. Numbers are scattered over all references, so that none is given twice. */
final class Refs {
    private static final int COUNT = 1 << 20;
    private static final int SCATTER = 0x5_A3C5;

    private Refs() {}

    /** @param number from 0 up to a million, each once for a prefix */
    static String of(String prefix, int number) {
        return Reference.random(prefix, new Digits(number * (long) SCATTER + 0x1_2345));
    }

    private static final class Digits implements RandomGenerator {
        private long left;

        Digits(long number) {
            left = Math.floorMod(number, COUNT);
        }

        @Override
        public int nextInt(int bound) {
            int digit = (int) (left % bound);
            left /= bound;
            return digit;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }
}
