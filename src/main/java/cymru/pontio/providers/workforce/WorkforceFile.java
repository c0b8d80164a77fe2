package cymru.pontio.providers.workforce;

import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register as a file that can be changed and uploaded again, and the council’s list of providers. */
final class WorkforceFile {
    private WorkforceFile() {}

    static Csv register(List<Worker> workers, Standard standard) {
        List<String> columns = new ArrayList<>(WorkerFile.columns(standard));
        columns.add(WorkerFile.GENDER);
        Csv csv = new Csv(columns.toArray(String[]::new));
        for (Worker worker : workers) {
            WorkerTerms terms = worker.terms();
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(terms.ref());
            cells.add(terms.contract());
            cells.add(terms.contractSince());
            cells.add(terms.started());
            cells.add(terms.left());
            cells.add(terms.registered());
            cells.add(terms.qualified());
            cells.add(terms.dbs());
            cells.add(terms.welsh());
            cells.add(String.join(" ", terms.patches()));
            standard.courses().forEach(course -> cells.add(terms.training().get(course.code())));
            cells.add(worker.gender());
            csv.row(cells.toArray());
        }
        return csv;
    }

    static Csv providers(List<Workforces.Line> lines, Formats formats) {
        Csv csv = new Csv(
                "provider_ref",
                "provider",
                "workers",
                "compliant",
                "percent",
                "overdue",
                "due_30_days",
                "due_60_days",
                "registered",
                "welsh_speakers",
                "active_offer",
                "active_offer_words");
        for (Workforces.Line line : lines) {
            Team team = line.team();
            csv.row(
                    line.provider().ref(),
                    line.provider().name(),
                    team.size(),
                    team.compliant(),
                    team.percent(),
                    team.overdue(),
                    team.soon(),
                    team.ahead(),
                    team.registered(),
                    team.speakers(),
                    team.activeOffer(),
                    formats.label(team.activeOffer()));
        }
        return csv;
    }
}
