package cymru.pontio.kernel;

/** What a person may be in this council's market. One person may hold several roles. */
public enum Role {
    SOCIAL_WORKER,
    /** Approves packages up to an own limit in pounds a year; no limit set means none at all. */
    TEAM_MANAGER,
    BROKER,
    /** Contracts and quality; the second person for awards. */
    COMMISSIONER,
    FINANCE,
    /** Runs the council's own home-care team: bridging and enablement. */
    INHOUSE_COORDINATOR,
    DP_ADVISER,
    /** Reads the audit, never the content. */
    AUDITOR,
    /** Users and settings; no person records. */
    ADMIN,
    PROVIDER_COORDINATOR,
    PROVIDER_MANAGER;

    public boolean ofProvider() {
        return this == PROVIDER_COORDINATOR || this == PROVIDER_MANAGER;
    }
}
