package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.ApiTokens.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What systems call with a token: no session, no cookie is read, so no form protection is needed either. A person who is
 * signed in gets nowhere here, and a token opens no page.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String AUTHORITY = "API";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.requestMatchers("/api/visits/imports/**")
                        .hasAuthority(AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new BearerFilter(tokens), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> problem(response, 401, "Unauthorized", "unauthorized"))
                        .accessDeniedHandler(
                                (request, response, why) -> problem(response, 404, "Not Found", "not-found")))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {});
        return http.build();
    }

    /** An answer after RFC 9457. */
    private static void problem(HttpServletResponse response, int status, String title, String code)
            throws IOException {
        response.setStatus(status);
        if (status == 401) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Pontio\"");
        if (status == 429) response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                        .formatted(title, status, code)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static final class BearerFilter extends OncePerRequestFilter {
        private final ApiTokens tokens;

        BearerFilter(ApiTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<String> token = bearer(request.getHeader(HttpHeaders.AUTHORIZATION));
            if (token.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            switch (tokens.enter(token.get())) {
                case ApiTokens.Welcome welcome -> {
                    enter(welcome.actor());
                    chain.doFilter(request, response);
                }
                case Refusal refusal -> refuse(response, refusal);
            }
        }

        private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
            switch (refusal) {
                case UNKNOWN -> problem(response, 401, "Unauthorized", "unauthorized");
                case NOT_ALLOWED -> problem(response, 403, "Forbidden", "forbidden");
                case TOO_OFTEN -> problem(response, 429, "Too Many Requests", "too-many-requests");
            }
        }

        private static Optional<String> bearer(@Nullable String header) {
            return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                    ? Optional.of(header.substring(7).strip())
                    : Optional.empty();
        }

        private static void enter(Actor actor) {
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    actor, null, AuthorityUtils.createAuthorityList(AUTHORITY))));
        }
    }
}
