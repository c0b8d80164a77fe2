package cymru.pontio.providers.accreditation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An application as its provider and the council read it.
 *
 * @param regulated whether the law wants a registration of this provider
 * @param today by the council’s clock
 */
record ApplicationView(
        Accreditation standing,
        Answers answers,
        List<Evidence> evidence,
        List<Queries.Query> queries,
        boolean regulated,
        LocalDate today) {

    /** Tasks that are not complete. */
    public Set<Task> open() {
        Set<Task> open = EnumSet.noneOf(Task.class);
        List<EvidenceKind> lacking = EvidencePolicy.notShown(evidence, regulated, today);
        if (answers.organisation() == null) open.add(Task.ORGANISATION);
        if (regulated && (answers.registration() == null || lacking.contains(EvidenceKind.REGISTRATION)))
            open.add(Task.REGISTRATION);
        if (answers.services() == null) open.add(Task.SERVICES);
        if (answers.areas() == null) open.add(Task.AREAS);
        if (lacking.stream().anyMatch(EvidenceKind::insurance)) open.add(Task.INSURANCE);
        if (answers.policies() == null || lacking.contains(EvidenceKind.SAFEGUARDING)) open.add(Task.POLICIES);
        if (answers.workforce() == null) open.add(Task.WORKFORCE);
        if (answers.welsh() == null) open.add(Task.WELSH);
        return open;
    }

    public boolean begun(Task task) {
        return switch (task) {
            case REGISTRATION -> answers.registration() != null;
            case POLICIES -> answers.policies() != null;
            case INSURANCE -> evidence.stream().anyMatch(one -> one.kind().insurance());
            default -> false;
        };
    }

    public List<EvidenceKind> lacking() {
        return EvidencePolicy.notShown(evidence, regulated, today);
    }

    /** What stands between this provider and the market. */
    public List<EvidenceKind> unproved() {
        return EvidencePolicy.notProved(evidence, regulated, today);
    }

    public boolean mayChange() {
        return !standing.state().isFrozen();
    }

    public boolean maySubmit() {
        return standing.state().mayApply() && open().isEmpty();
    }
}
