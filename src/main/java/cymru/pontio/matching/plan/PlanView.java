package cymru.pontio.matching.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its sums, which are made from its rows: of packages that wait, but for what is called leaving. Minutes are a week.
 *
 * @param offered packages that are planned for nobody, since an award for them waits for an answer
 * @param morning the day for whose morning it was made by itself; somebody asked for any other
 */
record PlanView(
        String ref,
        Aim aim,
        String closed,
        String patch,
        int extraMinutes,
        int extraPence,
        int extraDays,
        int extraWindow,
        long seed,
        long steps,
        long stepsDone,
        @Nullable String askedByName,
        Instant askedAt,
        @Nullable LocalDate morning,
        @Nullable Instant inputsAt,
        @Nullable Instant finishedAt,
        @Nullable Long worth,
        @Nullable Long bound,
        PlanState state,
        boolean stopAsked,
        int waiting,
        int placed,
        int offered,
        int leaving,
        int leavingPlaced,
        long leavingMinutes,
        long userMinutes,
        long workerMinutes,
        int urgent,
        int urgentPlaced,
        long bridgedMinutes,
        long pence,
        int toTry,
        int tried,
        int untried) {
    public boolean running() {
        return state == PlanState.RUNNING;
    }

    /** Plans are made one after the other. */
    public boolean queued() {
        return running() && steps == 0;
    }

    /** The plan is made, and what would let in the packages left out is being tried. */
    public boolean trying() {
        return running() && toTry > 0;
    }

    /** Nobody had begun it when it was stopped. */
    public boolean unbegun() {
        return state == PlanState.FAILED && stopAsked && steps == 0;
    }

    public boolean readable() {
        return worth != null;
    }

    public boolean proven() {
        return worth != null && worth.equals(bound);
    }

    public int percent() {
        return steps == 0 ? 0 : (int) Math.min(100, 100 * stepsDone / steps);
    }

    /** At the most so many per cent below the best possible, in tenths rounded up. */
    public BigDecimal gap() {
        if (worth == null || bound == null || bound <= 0) return BigDecimal.ZERO;
        return BigDecimal.valueOf(bound - worth)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(bound), 1, RoundingMode.UP);
    }

    /** A week. */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(pence, 2);
    }

    public BigDecimal extraPounds() {
        return BigDecimal.valueOf(extraPence, 2);
    }

    public boolean supposes() {
        return !new WhatIf(closed, patch, extraMinutes, extraPence, extraDays, extraWindow).nothing();
    }
}
