package cymru.pontio.people;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Reference;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who need care. Who may see whom follows the team; every look at a person is in the audit. */
@Service
public class People {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonRepository people;
    private final Protections protections;
    private final Areas areas;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PersonRepository people,
            Protections protections,
            Areas areas,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.protections = protections;
        this.areas = areas;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an advert may say of a person: nothing that names one.
     *
     * @param ageBand 18-64, 65-74, 75-84 or 85+ on the day asked for
     */
    public record Essentials(
            String ageBand, Welsh welsh, @Nullable String locality) {}

    /**
     * Who the person is, for the council's staff that care for the package and for the one provider that accepted it.
     *
     * @param nhsNumber as people read it, 943 476 5919
     * @param address empty where it is confidential and the asker has no need of it
     * @param keySafe empty for those who do not go to the door
     */
    public record Identity(
            PersonId id,
            PersonRef ref,
            String givenName,
            String familyName,
            LocalDate dateOfBirth,
            @Nullable String nhsNumber,
            Welsh welsh,
            String address,
            String postcode,
            String phone,
            String keySafe,
            boolean addressConfidential) {
        public String fullName() {
            return givenName + " " + familyName;
        }
    }

    /** A person as their own team sees and changes them. */
    record TeamView(PersonRef ref, PersonDetails details, long version, List<Protections.Change> protections) {}

    /**
     * For rooms that already know the person asking may see this person. A social worker or manager of another team is
     * refused here as well.
     *
     * @param page the page that shows it, for the audit of readings
     */
    @Transactional
    public Identity identity(Actor actor, PersonId id, String page) {
        Person person = people.findById(id.value()).orElseThrow(NotFound::new);
        boolean givesCare = actor.ofProvider() || actor.is(INHOUSE_COORDINATOR) || isOfTeam(actor, person);
        if (!givesCare) actor.must(BROKER, COMMISSIONER);
        events.publishEvent(new PersonalDataRead(actor, page, person.ref().value()));
        return identity(person, givesCare);
    }

    /** Full names by id, for lists of the council's own staff; no reading of a person, so no entry in the audit. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return people.findByIdIn(ids).stream()
                .collect(Collectors.toMap(
                        person -> person.id().value(),
                        person -> person.details().givenName() + " "
                                + person.details().familyName()));
    }

    @Transactional(readOnly = true)
    public Essentials essentials(PersonId id, LocalDate on) {
        PersonDetails details =
                people.findById(id.value()).orElseThrow(NotFound::new).details();
        return new Essentials(ageBand(details.dateOfBirth(), on), details.welsh(), details.locality());
    }

    /** Which of the person's own details stand in these texts: names, address, postcode, phone, numbers, birthday. */
    @Transactional(readOnly = true)
    public List<String> detailsIn(PersonId id, List<String> texts) {
        PersonDetails details =
                people.findById(id.value()).orElseThrow(NotFound::new).details();
        return OwnDetails.of(details, areas.all()).in(texts);
    }

    /** A person of the own team by the reference that stands in addresses of pages. */
    @Transactional(readOnly = true)
    public PersonId idOf(Actor actor, PersonRef ref) {
        return ofTeam(actor, ref).id();
    }

    /** Adds a person to the own team. */
    @Transactional
    public PersonRef add(Actor actor, PersonDetails details) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER);
        Person person = new Person(actor, freeRef(), details, clock.instant());
        events.publishEvent(new PersonEvents.PersonAdded(actor, person.ref().value()));
        store(actor, person, details);
        return person.ref();
    }

    @Transactional
    TeamView open(Actor actor, PersonRef ref) {
        Person person = ofTeam(actor, ref);
        events.publishEvent(new PersonalDataRead(actor, "person", ref.value()));
        return new TeamView(ref, person.details(), person.version(), protections.of(person.id()));
    }

    /** @param seen the version the change was made to */
    @Transactional
    void change(Actor actor, PersonRef ref, PersonDetails details, long seen) {
        Person person = ofTeam(actor, ref);
        Map<String, String> changed = DetailChanges.between(person.details(), details);
        person.change(details, seen);
        store(actor, person, details);
        if (!changed.isEmpty()) events.publishEvent(new PersonEvents.PersonChanged(actor, ref.value(), changed));
    }

    private void store(Actor actor, Person person, PersonDetails details) {
        Optional<Protection> protection = person.protect(actor, details, clock.instant());
        try {
            people.saveAndFlush(person);
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("person_nhs_number_key")) throw new NhsNumberTaken();
            throw e;
        }
        protection.ifPresent(change -> {
            protections.add(change);
            events.publishEvent(PersonEvents.of(change, actor, person.ref().value()));
        });
    }

    private Person ofTeam(Actor actor, PersonRef ref) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER);
        if (actor.team() == null) throw new NotFound();
        return people.findByRefAndTeamId(ref.value(), actor.team()).orElseThrow(NotFound::new);
    }

    private PersonRef freeRef() {
        return Reference.free(() -> PersonRef.random(RANDOM), ref -> people.existsByRef(ref.value()));
    }

    private static boolean isOfTeam(Actor actor, Person person) {
        return actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) && person.isOfTeam(actor);
    }

    private static Identity identity(Person person, boolean givesCare) {
        PersonDetails known = person.details();
        boolean address = givesCare || !known.addressConfidential();
        return new Identity(
                person.id(),
                person.ref(),
                known.givenName(),
                known.familyName(),
                known.dateOfBirth(),
                known.nhsNumber() == null ? null : known.nhsNumber().shown(),
                known.welsh(),
                address ? known.address() : "",
                address && known.postcode() != null ? known.postcode().value() : "",
                known.phone(),
                givesCare ? known.keySafe() : "",
                known.addressConfidential());
    }

    private static String ageBand(LocalDate born, LocalDate on) {
        long age = ChronoUnit.YEARS.between(born, on);
        if (age >= 85) return "85+";
        if (age >= 75) return "75-84";
        return age >= 65 ? "65-74" : "18-64";
    }
}
