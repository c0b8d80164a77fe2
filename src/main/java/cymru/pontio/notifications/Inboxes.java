package cymru.pontio.notifications;

import cymru.pontio.identity.Readers;
import cymru.pontio.identity.Recipients;
import cymru.pontio.kernel.Ids;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts news into inboxes: once for each reader, whoever tells it how often and on however many nodes. */
@Component
class Inboxes {
    private final JdbcClient jdbc;
    private final Recipients recipients;

    Inboxes(JdbcClient jdbc, Recipients recipients) {
        this.jdbc = jdbc;
        this.recipients = recipients;
    }

    private record Told(UUID account, UUID news, NewsKind kind) {}

    @Transactional
    public void tell(List<News> news, Set<UUID> without) {
        Map<Readers, List<UUID>> known = new HashMap<>();
        Map<News, List<UUID>> readers = new LinkedHashMap<>();
        for (News one : news) {
            List<UUID> accounts = known.computeIfAbsent(one.readers(), recipients::of).stream()
                    .filter(account -> !without.contains(account))
                    .toList();
            if (!accounts.isEmpty()) readers.put(one, accounts);
        }
        if (readers.isEmpty()) return;
        Map<String, UUID> ids = keep(List.copyOf(readers.keySet()));
        List<Told> told = new ArrayList<>();
        readers.forEach((one, accounts) -> accounts.forEach(
                account -> told.add(new Told(account, Objects.requireNonNull(ids.get(one.key())), one.kind()))));
        // In one order everywhere, so that two that tell at once wait for each other and never both wait.
        told.sort(Comparator.comparing(Told::account).thenComparing(Told::news));
        put(told);
    }

    private Map<String, UUID> keep(List<News> news) {
        String[] keys = texts(news, News::key);
        jdbc.sql("""
                insert into notifications.news (id, key, kind, message_key, ref, about_at, about_day, locality, path, at)
                select id, key, kind, message, ref, at::timestamptz, day::date, locality, path, clock_timestamp()
                from unnest(:ids, :keys, :kinds, :messages, :refs, :at, :days, :localities, :paths)
                    as n (id, key, kind, message, ref, at, day, locality, path)
                order by key
                on conflict (key) do nothing""")
                .param("ids", news.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("keys", keys)
                .param("kinds", texts(news, News::kind))
                .param("messages", texts(news, News::messageKey))
                .param("refs", texts(news, News::ref))
                .param("at", texts(news, News::at))
                .param("days", texts(news, News::day))
                .param("localities", texts(news, News::locality))
                .param("paths", texts(news, News::path))
                .update();
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("select key, id from notifications.news where key = any (:keys)")
                .param("keys", keys)
                .query(row -> {
                    ids.put(row.getString("key"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private static String[] texts(List<News> news, Function<News, @Nullable Object> part) {
        return news.stream()
                .map(part)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private void put(List<Told> told) {
        if (told.isEmpty()) return;
        jdbc.sql("""
                insert into notifications.inbox (account_id, news_id, told_at, rhythm)
                select t.account, t.news, clock_timestamp(), coalesce(w.rhythm, t.usual)
                from unnest(:accounts, :news, :kinds, :usual) with ordinality as t (account, news, kind, usual, n)
                left join notifications.wish w on w.account_id = t.account and w.kind = t.kind
                order by t.n
                on conflict do nothing""")
                .param("accounts", told.stream().map(Told::account).toArray(UUID[]::new))
                .param("news", told.stream().map(Told::news).toArray(UUID[]::new))
                .param("kinds", told.stream().map(one -> one.kind().name()).toArray(String[]::new))
                .param(
                        "usual",
                        told.stream().map(one -> one.kind().usual().name()).toArray(String[]::new))
                .update();
    }
}
