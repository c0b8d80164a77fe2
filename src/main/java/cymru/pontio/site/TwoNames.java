package cymru.pontio.site;

/** What has a name in each language, which may come at another place of the alphabet. */
public interface TwoNames {
    String nameEn();

    String nameCy();
}
