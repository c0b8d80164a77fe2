package cymru.pontio.adverts;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.support.County;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Bundles for the tests of this room and of those behind it, published through the room's own verbs. */
@Component
@Lazy
public class BundleExamples {
    private final PackageExamples packages;
    private final BundlePublishing publishing;
    private final Bundles bundles;
    private final AdvertExamples adverts;

    BundleExamples(PackageExamples packages, BundlePublishing publishing, Bundles bundles, AdvertExamples adverts) {
        this.packages = packages;
        this.publishing = publishing;
        this.bundles = bundles;
        this.adverts = adverts;
    }

    /** One approved package in each of these areas, advertised together for two days. */
    public BundleFacts open(County county, String... localities) {
        return publish(
                county,
                Arrays.stream(localities)
                        .map(locality -> packages.approved(county, locality))
                        .toList());
    }

    /** These packages, advertised together for two days. */
    public BundleFacts publish(County county, List<PackageFacts> carePackages) {
        List<BundlePublishing.Part> parts =
                carePackages.stream().map(this::part).toList();
        return bundles.facts(county.broker(), publishing.publish(county.broker(), parts, common()));
    }

    /** Lets ten days pass for all its adverts. */
    public BundleFacts close(County county, BundleFacts bundle) {
        bundle.adverts().forEach(adverts::close);
        return bundles.facts(county.broker(), bundle.ref());
    }

    /** Its latest start was yesterday. */
    PackageFacts late(PackageFacts carePackage) {
        return adverts.late(carePackage);
    }

    BundlePublishing.Part part(PackageFacts carePackage) {
        return new BundlePublishing.Part(
                carePackage.ref(),
                carePackage.needSummary(),
                carePackage.equipment(),
                carePackage.workerRisks(),
                "en",
                null,
                adverts.stamp(carePackage));
    }

    static BundlePublishing.Common common() {
        return new BundlePublishing.Common(
                AdvertExamples.inTwoDays(), AdvertExamples.inTwoDays().minusHours(12), "");
    }
}
