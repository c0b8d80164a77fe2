package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Awards on their way: the second person's desk. */
@Service
public class Awards {
    private final AwardDesk desk;
    private final AwardTable table;
    private final Awarding awarding;

    Awards(AwardDesk desk, AwardTable table, Awarding awarding) {
        this.desk = desk;
        this.table = table;
        this.awarding = awarding;
    }

    /** Latest change first; managers see those of their team that cost more than was approved. */
    @Transactional(readOnly = true)
    public AwardView.Page list(Actor actor, @Nullable AwardStatus status, @Nullable AwardRef after) {
        must(actor);
        List<AwardView> rows = table.list(actor, status, after, AwardTable.PAGE + 1);
        if (rows.size() <= AwardTable.PAGE) return new AwardView.Page(rows, null);
        List<AwardView> page = rows.subList(0, AwardTable.PAGE);
        return new AwardView.Page(page, page.getLast().ref().value());
    }

    /** The same without pages, for the file. */
    @Transactional(readOnly = true)
    public List<AwardView> all(Actor actor, @Nullable AwardStatus status) {
        must(actor);
        return table.list(actor, status, null, AwardTable.FILE);
    }

    @Transactional(readOnly = true)
    public AwardView view(Actor actor, AwardRef ref) {
        must(actor);
        return table.view(actor, ref).orElseThrow(NotFound::new);
    }

    /** What happened to it, first step first. */
    @Transactional(readOnly = true)
    public List<AwardView.Step> steps(Actor actor, AwardRef ref) {
        return table.steps(view(actor, ref).id());
    }

    /** References of those it stands and falls with; none for an award by itself. */
    @Transactional(readOnly = true)
    public List<AwardRef> beside(Actor actor, AwardRef ref) {
        return table.beside(view(actor, ref).ref());
    }

    /** Awards of the other adverts of its bundle that are not bound to it: each may be decided otherwise. */
    @Transactional(readOnly = true)
    public List<AwardView> ofBundle(Actor actor, AwardRef ref) {
        return table.ofBundle(actor, view(actor, ref).ref());
    }

    /** May this person be the second one, and does the own limit reach? */
    @Transactional(readOnly = true)
    public boolean mayDecide(Actor actor, AwardView award) {
        return award.status() == AwardStatus.PROPOSED
                && !award.proposedBy().equals(actor.userId())
                && (award.together() == null || actor.is(Role.COMMISSIONER))
                && SecondPerson.answersFor(actor, award.causes(), award.team())
                && SecondPerson.withinLimit(actor, award.cost());
    }

    /** The second person agrees: the offer goes to the provider at once. */
    @Transactional
    public void approve(Actor actor, AwardRef ref) {
        List<Award> all = held(actor, ref);
        for (Award award : all) {
            award.approve(actor, desk.now());
            desk.record(award, actor, AwardDesk.Event.APPROVED, null);
        }
        all.forEach(award -> awarding.offer(award, actor));
    }

    /** The same for the page that asks why: who cannot refuse it any more is told so before writing. */
    @Transactional(readOnly = true)
    public AwardView toRefuse(Actor actor, AwardRef ref) {
        AwardView award = view(actor, ref);
        desk.read(ref).mustBeRefusable(actor);
        return award;
    }

    @Transactional
    public void refuse(Actor actor, AwardRef ref, String why) {
        for (Award award : held(actor, ref)) {
            award.refuse(actor, desk.now(), why);
            desk.record(award, actor, AwardDesk.Event.REFUSED, why);
        }
    }

    private List<Award> held(Actor actor, AwardRef ref) {
        must(actor);
        if (table.view(actor, ref).isEmpty()) throw new NotFound();
        return desk.holdAll(desk.key(ref));
    }

    private static void must(Actor actor) {
        actor.must(Role.BROKER, Role.COMMISSIONER, Role.TEAM_MANAGER);
    }
}
