package cymru.pontio.carepackages;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.site.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages that show a whole package have in common. */
@Component
class PackageModel {
    private final Areas areas;
    private final MessageSource messages;

    PackageModel(Areas areas, MessageSource messages) {
        this.areas = areas;
        this.messages = messages;
    }

    void fill(Overviews.Overview overview, Model model) {
        model.addAttribute("view", overview.view());
        model.addAttribute("overview", overview);
        model.addAttribute("person", overview.person());
        model.addAttribute("area", areaName(overview.view().plan().locality()));
        model.addAttribute("colour", overview.view().status().colour());
    }

    String areaName(@Nullable String code) {
        if (code == null) return "";
        Locality locality = areas.locality(code);
        return formats().either(locality.nameEn(), locality.nameCy());
    }

    Formats formats() {
        return new Formats(messages, LocaleContextHolder.getLocale());
    }
}
