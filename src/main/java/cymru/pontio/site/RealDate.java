package cymru.pontio.site;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** What was typed is a day of the calendar. Nothing typed passes unless it is required. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RealDate.Check.class)
public @interface RealDate {
    String message();

    boolean required() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<RealDate, DateParts> {
        private boolean required;

        @Override
        public void initialize(RealDate constraint) {
            required = constraint.required();
        }

        @Override
        public boolean isValid(@Nullable DateParts parts, ConstraintValidatorContext context) {
            if (parts == null || parts.isBlank()) return !required;
            return parts.date().isPresent();
        }
    }
}
