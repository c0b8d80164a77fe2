package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.Providers;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what is known of one provider’s application, for whoever has asked whether it may be seen. */
@Component
class Dossiers {
    private final Accreditations accreditations;
    private final AnswerStore answers;
    private final EvidenceStore evidence;
    private final Queries queries;
    private final Providers providers;
    private final AddressChecks addresses;
    private final Clock clock;

    Dossiers(
            Accreditations accreditations,
            AnswerStore answers,
            EvidenceStore evidence,
            Queries queries,
            Providers providers,
            AddressChecks addresses,
            Clock clock) {
        this.accreditations = accreditations;
        this.answers = answers;
        this.evidence = evidence;
        this.queries = queries;
        this.providers = providers;
        this.addresses = addresses;
        this.clock = clock;
    }

    ApplicationView of(UUID provider) {
        return new ApplicationView(
                accreditations.standingOf(provider),
                answers.of(provider),
                evidence.of(provider),
                queries.of(provider),
                providers.view(provider).kind() != ProviderKind.MICRO,
                Zone.dayOf(clock.instant()));
    }

    AddressChecks addresses() {
        return addresses;
    }

    AnswerStore answers() {
        return answers;
    }

    Queries queries() {
        return queries;
    }
}
