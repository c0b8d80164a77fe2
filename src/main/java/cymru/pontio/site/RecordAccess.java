package cymru.pontio.site;

import cymru.pontio.kernel.Actor;

/** A room says whether a record of its own is there for the person asking, for pages about the record that know nothing of it. */
public interface RecordAccess {
    /** @param ref as it stands in addresses of pages and in the audit */
    boolean mayOpen(Actor actor, String ref);
}
