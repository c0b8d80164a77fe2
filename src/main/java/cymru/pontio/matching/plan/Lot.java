package cymru.pontio.matching.plan;

/**
 * Packages that one provider could take together.
 *
 * @param packages rising; one that it takes twice, where that is not ruled out, stands there twice
 * @param worth before it pays for them
 */
record Lot(int[] packages, double worth) {
    static final Lot NOTHING = new Lot(new int[0], 0);

    /** What is left of the worth once the packages are paid for. */
    double gain(double[] price) {
        double gain = worth;
        for (int p : packages) gain -= price[p];
        return gain;
    }
}
