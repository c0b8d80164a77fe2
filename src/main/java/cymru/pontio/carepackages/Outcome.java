package cymru.pontio.carepackages;

/** The aspects of well-being in section 2(2) of the Social Services and Well-being (Wales) Act 2014. */
enum Outcome {
    WB1,
    WB2,
    WB3,
    WB4,
    WB5,
    WB6,
    WB7,
    WB8
}
