package cymru.pontio.providers.microenterprises;

import static cymru.pontio.providers.microenterprises.Item.Group.*;

import cymru.pontio.kernel.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is checked. It mirrors what the regulator asks of agencies, as Flintshire does for its micro-carers, and is the
 * same list as in {@code providers.micro_item}.
 */
enum Item {
    IDENTITY(WHO, false),
    DBS(WHO, false),
    REFERENCES(WHO, false),
    FOUR_PEOPLE(WHO, false),
    PUBLIC_LIABILITY(COVERED, false),
    PROFESSIONAL_INDEMNITY(COVERED, false),
    EMPLOYERS_LIABILITY(COVERED, true),
    VEHICLE(COVERED, true),
    TAX(COVERED, false),
    DATA_PROTECTION(COVERED, false),
    TRAINING_SAFEGUARDING(TRAINED, false),
    TRAINING_MOVING(TRAINED, true),
    TRAINING_MEDICATION(TRAINED, true),
    TRAINING_INFECTION(TRAINED, false),
    TRAINING_FIRST_AID(TRAINED, false),
    TRAINING_FOOD(TRAINED, true),
    TRAINING_CAPACITY(TRAINED, false),
    TRAINING_DEMENTIA(TRAINED, true),
    TRAINING_FIRE(TRAINED, false),
    TRAINING_HEALTH_SAFETY(TRAINED, false),
    TRAINING_EQUALITY(TRAINED, false),
    TRAINING_WELSH(TRAINED, false),
    POLICY_SAFEGUARDING(SAFE, false),
    POLICY_CONFIDENTIALITY(SAFE, false),
    POLICY_LONE_WORKING(SAFE, false),
    PERSONAL_PLAN(GOOD, false),
    RECORDS(GOOD, false),
    SELF_ASSESSMENT(GOOD, false),
    ANNUAL_REVIEW(GOOD, false),
    CONTRACT(BUSINESS, false),
    POLICY_COMPLAINTS(BUSINESS, false),
    COVER(BUSINESS, false);

    /** A heading of the task list. */
    enum Group {
        WHO(Part.DUE_DILIGENCE),
        COVERED(Part.DUE_DILIGENCE),
        TRAINED(Part.DUE_DILIGENCE),
        SAFE(Part.QUALITY),
        GOOD(Part.QUALITY),
        BUSINESS(Part.QUALITY);

        private final Part part;

        Group(Part part) {
            this.part = part;
        }

        public Part part() {
            return part;
        }
    }

    private final Group group;
    private final boolean optional;

    Item(Group group, boolean optional) {
        this.group = group;
        this.optional = optional;
    }

    static List<Item> of(Group group) {
        return Arrays.stream(values()).filter(item -> item.group == group).toList();
    }

    static Item at(String path) {
        return Arrays.stream(values())
                .filter(item -> item.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** In addresses of pages: public-liability. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Group group() {
        return group;
    }

    Part part() {
        return group.part();
    }

    /** Not everybody employs people or drives; then “not needed” with the reason is an answer. */
    public boolean optional() {
        return optional;
    }
}
