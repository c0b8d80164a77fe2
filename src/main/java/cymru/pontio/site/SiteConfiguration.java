package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** What Spring MVC must know for every page. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private final FrameSource frames;
    private final AnsweredForms answered;

    SiteConfiguration(FrameSource frames, AnsweredForms answered) {
        this.frames = frames;
        this.answered = answered;
    }

    /** The wall clock for days and defaults. Deadlines are decided by the database's own clock. */
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Language.of(request).locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the language is in the path");
            }
        };
    }

    /** Adds the key of {@link AnsweredForms} to every form that changes something, beside Spring Security's token. */
    @Bean
    static BeanPostProcessor formKeys() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor forms ? new KeyedForms(forms) : bean;
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Framed(frames));
        registry.addInterceptor(answered).excludePathPatterns("/assets/**", "/actuator/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    private static final class ActorArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            if (who == null || !(who.getPrincipal() instanceof Actor actor)) throw new NotFound();
            return actor;
        }
    }

    /** Gives each request its frame, and each form that comes back with errors the status 422. */
    private record Framed(FrameSource frames) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute("frame", frames.of(request));
            return true;
        }

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page == null || LanguageFilter.switching(request)) return;
            boolean failed = page.getModel().values().stream()
                    .anyMatch(value ->
                            value instanceof org.springframework.validation.BindingResult result && result.hasErrors());
            if (failed && response.getStatus() == HttpServletResponse.SC_OK) response.setStatus(422);
        }
    }

    private record KeyedForms(RequestDataValueProcessor inner) implements RequestDataValueProcessor {
        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return inner.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return inner.processFormFieldValue(request, name, value, type);
        }

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = new java.util.LinkedHashMap<>(
                    Objects.requireNonNullElse(inner.getExtraHiddenFields(request), Map.of()));
            if (!fields.isEmpty()) fields.put(AnsweredForms.KEY, AnsweredForms.newKey());
            return fields;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return inner.processUrl(request, url);
        }
    }
}
