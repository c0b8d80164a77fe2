package cymru.pontio.carepackages;

/** Why a package is no longer wanted before its care has begun. */
enum WithdrawalReason {
    DIED,
    CARE_HOME,
    LONG_HOSPITAL_STAY,
    DIRECT_PAYMENT,
    FAMILY_CARES,
    MOVED_AWAY,
    DECLINED,
    MISTAKE
}
