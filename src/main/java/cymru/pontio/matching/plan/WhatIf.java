package cymru.pontio.matching.plan;

/**
 * What a plan supposes that is not so.
 *
 * @param closed ref of a provider that takes nothing new, or nothing
 * @param patch where there would be hours that could take anything, or nothing
 * @param minutes of these: worker minutes a week
 * @param pence by so much the ceiling for an hour would be higher
 * @param days by so many care could start later than wished
 * @param window by so many minutes calls with a window could begin earlier or later
 */
record WhatIf(String closed, String patch, int minutes, int pence, int days, int window) {
    static final WhatIf NOTHING = new WhatIf("", "", 0, 0, 0, 0);

    boolean nothing() {
        return equals(NOTHING);
    }
}
