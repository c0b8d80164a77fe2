package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.Lot;
import cymru.pontio.providers.register.Regulator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider says about itself; null is not answered yet. */
record Answers(
        UUID provider,
        @Nullable Organisation organisation,
        @Nullable Registration registration,
        @Nullable Services services,
        @Nullable Areas areas,
        @Nullable Policies policies,
        @Nullable Workforce workforce,
        @Nullable Welsh welsh) {

    /** The answers of one task. */
    sealed interface Part {
        Task task();
    }

    /** @param companyNumber blank for those without one */
    record Organisation(
            String legalName, String companyNumber, String contactName, String contactEmail, String contactPhone)
            implements Part {
        @Override
        public Task task() {
            return Task.ORGANISATION;
        }
    }

    record Registration(Regulator regulator, String number, String responsibleIndividual) implements Part {
        @Override
        public Task task() {
            return Task.REGISTRATION;
        }
    }

    record Services(Set<ServiceType> services, Set<Lot> lots) implements Part {
        @Override
        public Task task() {
            return Task.SERVICES;
        }
    }

    /** @param codes of localities */
    record Areas(Set<String> codes) implements Part {
        @Override
        public Task task() {
            return Task.AREAS;
        }
    }

    record Policies(Set<Policy> inForce) implements Part {
        @Override
        public Task task() {
            return Task.POLICIES;
        }
    }

    /** @param registered how many workers are registered with the workforce regulator */
    record Workforce(int workers, int registered, boolean twoWorkers, Set<Skill> training) implements Part {
        @Override
        public Task task() {
            return Task.WORKFORCE;
        }
    }

    /** @param activeOffer how Welsh is offered without having to be asked for */
    record Welsh(boolean care, int speakers, String activeOffer) implements Part {
        @Override
        public Task task() {
            return Task.WELSH;
        }
    }
}
