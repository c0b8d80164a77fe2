package cymru.pontio.carepackages;

/** Why a package for which a provider was found needs one again, where nobody said it in words. */
public enum BackToMarket {
    /** The council took the award back before the first visit. */
    AWARD_REVOKED,
    /** The provider took some of the calls; the others are left. */
    PART_AWARDED
}
