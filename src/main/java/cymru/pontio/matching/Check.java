package cymru.pontio.matching;

/** One hard rule, asked for one piece of work on a day: what it finds of each provider. */
@FunctionalInterface
interface Check {
    Because of(Supplier supplier);

    /** Where the work does not ask for it, or it is settled for everybody alike. */
    record Same(Because because) implements Check {
        @Override
        public Because of(Supplier supplier) {
            return because;
        }
    }
}
