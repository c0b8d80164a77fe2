package cymru.pontio.site;

import static cymru.pontio.kernel.Role.*;

import cymru.pontio.identity.SignIns;
import cymru.pontio.kernel.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * Which role may open which pages. What is not listed is closed. This is the first of two nets: each door looks things
 * up through the person asking and answers "not there" for what is not theirs.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class PageSecurity {
    static final String NONCE = "cspNonce";

    private static final String[] PUBLIC = {
        "/",
        "/sign-in",
        "/join",
        "/join/address/*",
        "/invitation/*",
        "/help",
        "/accessibility",
        "/privacy",
        "/cookies",
        "/find-care",
        "/find-care/*",
        "/unsubscribe/*",
        "/calendar/*",
        "/error",
        "/assets/**",
        "/favicon.ico",
        "/actuator/health",
        "/actuator/health/*"
    };
    /** Pages of a package that is still being written. */
    private static final String[] DRAFTING = {
        "/packages/*/person", "/packages/*/what-matters", "/packages/*/calls/**", "/packages/*/risks",
                "/packages/*/place",
        "/packages/*/start", "/packages/*/interim", "/packages/*/funding", "/packages/*/check", "/packages/*/submission"
    };

    private static final Role[] PROVIDER = {PROVIDER_MANAGER, PROVIDER_COORDINATOR};

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignIns signIns, SessionCookie cookie, Refusals refusals)
            throws Exception {
        http.authorizeHttpRequests(rules -> rules.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/home", "/sign-out", "/inbox/**", "/inbox.csv")
                        .authenticated()
                        .requestMatchers(
                                "/desk",
                                "/desk.csv",
                                "/bundles",
                                "/bundles.csv",
                                "/bundles/**",
                                "/packages/*/advert/**",
                                "/packages/*/questions/**",
                                "/packages/*/bids/**",
                                "/packages/*/bids.csv")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER))
                        .requestMatchers("/packages/*/award/**", "/awards/**", "/awards.csv")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER, TEAM_MANAGER))
                        .requestMatchers("/packages/*/approval", "/packages/*/return", "/approvals/**")
                        .hasAnyAuthority(names(TEAM_MANAGER, BROKER))
                        .requestMatchers("/people/**", "/packages/new/**")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER))
                        .requestMatchers(DRAFTING)
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER))
                        .requestMatchers("/packages/*/refusals/**")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER))
                        .requestMatchers("/packages/*/cover/*")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER))
                        .requestMatchers("/packages/*/cover")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER, INHOUSE_COORDINATOR))
                        .requestMatchers(
                                "/waiting-list/plan",
                                "/waiting-list/plan/**",
                                "/waiting-list/runs",
                                "/waiting-list/runs.csv")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER))
                        .requestMatchers("/waiting-list/**", "/waiting-list.csv")
                        .hasAnyAuthority(
                                names(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER, INHOUSE_COORDINATOR, FINANCE))
                        .requestMatchers("/packages.csv", "/packages/**")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER))
                        .requestMatchers(
                                "/opportunities/**",
                                "/opportunities.csv",
                                "/bids/**",
                                "/bids.csv",
                                "/offers/**",
                                "/offers.csv")
                        .hasAnyAuthority(names(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR))
                        .requestMatchers("/plan-messages/*")
                        .hasAnyAuthority(names(PROVIDER_MANAGER, PROVIDER_COORDINATOR, BROKER, COMMISSIONER))
                        .requestMatchers("/capacity/**")
                        .hasAnyAuthority(names(PROVIDER))
                        .requestMatchers("/variations/turnaround", "/variations/turnaround.csv")
                        .hasAnyAuthority(names(TEAM_MANAGER, BROKER, COMMISSIONER, FINANCE))
                        .requestMatchers("/variations/untaken", "/variations/untaken.csv")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER))
                        .requestMatchers("/variations/*/settlement")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER))
                        .requestMatchers("/variations/**", "/variations.csv")
                        .hasAnyAuthority(names(
                                SOCIAL_WORKER,
                                TEAM_MANAGER,
                                BROKER,
                                COMMISSIONER,
                                FINANCE,
                                INHOUSE_COORDINATOR,
                                PROVIDER_MANAGER,
                                PROVIDER_COORDINATOR))
                        .requestMatchers("/absences", "/absences.csv")
                        .hasAnyAuthority(names(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER))
                        .requestMatchers("/suspensions/**", "/suspensions.csv")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER, FINANCE))
                        .requestMatchers("/short-calls", "/short-calls.csv")
                        .hasAnyAuthority(names(TEAM_MANAGER, BROKER, COMMISSIONER))
                        .requestMatchers("/enablement/**", "/enablement.csv")
                        .hasAnyAuthority(names(INHOUSE_COORDINATOR, BROKER, COMMISSIONER))
                        .requestMatchers("/placements/*/variations/**")
                        .hasAnyAuthority(names(
                                SOCIAL_WORKER,
                                TEAM_MANAGER,
                                INHOUSE_COORDINATOR,
                                PROVIDER_MANAGER,
                                PROVIDER_COORDINATOR))
                        .requestMatchers("/placements/**", "/placements.csv")
                        .hasAnyAuthority(names(
                                PROVIDER_MANAGER, PROVIDER_COORDINATOR, BROKER, COMMISSIONER, INHOUSE_COORDINATOR))
                        .requestMatchers("/visits/tokens/**")
                        .hasAnyAuthority(names(PROVIDER_MANAGER))
                        .requestMatchers("/visits/**", "/visits.csv", "/rotas/**", "/rotas.csv")
                        .hasAnyAuthority(names(PROVIDER_MANAGER, PROVIDER_COORDINATOR, INHOUSE_COORDINATOR))
                        .requestMatchers("/calls/tolerances/**")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers(
                                HttpMethod.GET, "/calls/exceptions", "/calls/exceptions.csv", "/calls/exceptions/*")
                        .hasAnyAuthority(names(
                                SOCIAL_WORKER,
                                TEAM_MANAGER,
                                BROKER,
                                COMMISSIONER,
                                FINANCE,
                                PROVIDER_MANAGER,
                                PROVIDER_COORDINATOR,
                                INHOUSE_COORDINATOR))
                        .requestMatchers("/calls/**")
                        .hasAnyAuthority(names(
                                BROKER,
                                COMMISSIONER,
                                FINANCE,
                                PROVIDER_MANAGER,
                                PROVIDER_COORDINATOR,
                                INHOUSE_COORDINATOR))
                        .requestMatchers("/bridging/capacity", "/bridging/*/*")
                        .hasAnyAuthority(names(INHOUSE_COORDINATOR))
                        .requestMatchers("/bridging/**", "/bridging.csv")
                        .hasAnyAuthority(names(INHOUSE_COORDINATOR, BROKER, COMMISSIONER))
                        .requestMatchers("/demand/**", "/demand.csv", "/refusals/**", "/refusals.csv")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER))
                        .requestMatchers("/measures/**", "/measures.csv")
                        .hasAnyAuthority(names(
                                BROKER,
                                COMMISSIONER,
                                FINANCE,
                                TEAM_MANAGER,
                                INHOUSE_COORDINATOR,
                                PROVIDER_MANAGER,
                                PROVIDER_COORDINATOR))
                        .requestMatchers("/reports/**")
                        .hasAnyAuthority(names(BROKER, COMMISSIONER, FINANCE, TEAM_MANAGER, INHOUSE_COORDINATOR))
                        .requestMatchers("/accreditation/application/**")
                        .hasAnyAuthority(names(PROVIDER_MANAGER))
                        .requestMatchers("/accreditation", "/accreditation.csv")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/accreditation/**")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers("/market")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER, FINANCE, DP_ADVISER))
                        .requestMatchers("/weighting", "/weighting.csv", "/weighting/*")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/patches/new", "/patches/*/*", "/allocation/*/*", "/weighting/*/**")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers("/patches/**", "/patches.csv", "/allocation/**")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/rates/simplification/**", "/rates/simplification.csv")
                        .hasAnyAuthority(names(COMMISSIONER, FINANCE))
                        .requestMatchers("/rates/**", "/rates.csv", "/rates/price.csv")
                        .hasAnyAuthority(names(COMMISSIONER, FINANCE, BROKER))
                        .requestMatchers("/pledge/attestations/*/files/new")
                        .hasAnyAuthority(names(PROVIDER_MANAGER))
                        .requestMatchers("/pledge/attestations/*/files/*")
                        .hasAnyAuthority(names(COMMISSIONER, PROVIDER_MANAGER))
                        .requestMatchers("/pledge/versions/*/clauses/*/attestation", "/pledge/attestations/*/return")
                        .hasAnyAuthority(names(PROVIDER_MANAGER))
                        .requestMatchers(
                                "/pledge/versions/new",
                                "/pledge/quality/new",
                                "/pledge/quality/*/*",
                                "/pledge/versions/*/*/**",
                                "/pledge/providers/*/*",
                                "/pledge/attestations/*/*")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers("/pledge.csv", "/pledge/providers/*", "/pledge/quality", "/pledge/quality/*")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/pledge", "/pledge/versions", "/pledge/versions/*", "/pledge/attestations/*")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER, PROVIDER_MANAGER, PROVIDER_COORDINATOR))
                        .requestMatchers("/workforce/workers/**", "/workforce/imports/**")
                        .hasAnyAuthority(names(PROVIDER))
                        .requestMatchers("/workforce/providers/*")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/workforce", "/workforce.csv", "/workforce/standard")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER, PROVIDER_MANAGER, PROVIDER_COORDINATOR))
                        .requestMatchers("/workforce/standard/**")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers("/micro-enterprises/own", "/micro-enterprises/own/**")
                        .hasAnyAuthority(names(PROVIDER_MANAGER))
                        .requestMatchers(
                                "/micro-enterprises/grants",
                                "/micro-enterprises/grants.csv",
                                "/micro-enterprises/grants/*")
                        .hasAnyAuthority(names(COMMISSIONER, DP_ADVISER, FINANCE))
                        .requestMatchers("/micro-enterprises/grants/*/payment")
                        .hasAnyAuthority(names(DP_ADVISER, FINANCE))
                        .requestMatchers("/micro-enterprises/*/arrangements/**", "/micro-enterprises/*/checks")
                        .hasAnyAuthority(names(COMMISSIONER, DP_ADVISER, PROVIDER_MANAGER))
                        .requestMatchers("/micro-enterprises/**", "/micro-enterprises.csv")
                        .hasAnyAuthority(names(COMMISSIONER, DP_ADVISER))
                        .requestMatchers("/standing/**")
                        .hasAnyAuthority(names(PROVIDER))
                        .requestMatchers(
                                "/providers/*/embargo",
                                "/providers/*/transfer",
                                "/embargoes/*/review",
                                "/embargoes/*/lift/**",
                                "/register-imports/**")
                        .hasAnyAuthority(names(COMMISSIONER))
                        .requestMatchers(
                                "/providers",
                                "/providers.csv",
                                "/providers/*",
                                "/embargoes",
                                "/embargoes.csv",
                                "/embargoes/*",
                                "/transfers",
                                "/transfers/**")
                        .hasAnyAuthority(names(COMMISSIONER, BROKER))
                        .requestMatchers("/audit/**", "/audit.csv")
                        .hasAnyAuthority(names(AUDITOR))
                        .requestMatchers("/accounts/**")
                        .hasAnyAuthority(names(ADMIN))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new ForeignFormFilter(), CsrfFilter.class)
                .addFilterBefore(new SignedInFilter(signIns, cookie), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(cookie))
                        // A mail program has no form of ours; the secret in the address is what counts there.
                        .ignoringRequestMatchers("/unsubscribe/*"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.referrerPolicy(
                                policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy ->
                                policy.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .addHeaderWriter(new ContentSecurityPolicy()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {});
        return http.build();
    }

    /** Says that no password but ours is to be made up at the start. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("accounts are asked through SignIns");
        };
    }

    /** A forged host name would end up in links of mails and redirects. */
    @Bean
    HttpFirewall knownHostsOnly(KnownHosts hosts) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(hosts::know);
        firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST"));
        return firewall;
    }

    private static CookieCsrfTokenRepository csrfCookie(SessionCookie cookie) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookie.prefix() + "pontio-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                builder -> builder.httpOnly(true).sameSite("Lax").secure(cookie.secure()));
        return tokens;
    }

    private static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }
}
