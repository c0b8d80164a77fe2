package cymru.pontio.people;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Zone;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What a person's form can get wrong beyond single fields being empty or too long; each fault stands at its field. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausiblePerson.Check.class)
@interface PlausiblePerson {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<PlausiblePerson, PersonForm> {
        private record Fault(String field, String kind) {}

        private final Areas areas;
        private final Clock clock;

        Check(Areas areas, Clock clock) {
            this.areas = areas;
            this.clock = clock;
        }

        @Override
        public boolean isValid(PersonForm form, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            List<Fault> faults = faults(form);
            for (Fault fault : faults) {
                context.buildConstraintViolationWithTemplate("{people.form." + fault.field() + "." + fault.kind() + "}")
                        .addPropertyNode(fault.field())
                        .addConstraintViolation();
            }
            return faults.isEmpty();
        }

        private List<Fault> faults(PersonForm form) {
            List<Fault> faults = new ArrayList<>();
            if (form.dateOfBirth()
                    .date()
                    .filter(born -> born.isAfter(Zone.dayOf(clock.instant())))
                    .isPresent()) faults.add(new Fault("dateOfBirth", "future"));
            if (!form.nhsNumber().isEmpty() && NhsNumber.typed(form.nhsNumber()).isEmpty())
                faults.add(new Fault("nhsNumber", "wrong"));
            if (!form.postcode().isEmpty() && Postcode.typed(form.postcode()).isEmpty())
                faults.add(new Fault("postcode", "wrong"));
            if (!form.locality().isEmpty()
                    && areas.current().stream().noneMatch(one -> one.code().equals(form.locality())))
                faults.add(new Fault("locality", "missing"));
            if (!form.phone().isEmpty() && !isPhone(form.phone())) faults.add(new Fault("phone", "wrong"));
            if (form.confidentialityChanges() && form.reason().isEmpty()) faults.add(new Fault("reason", "missing"));
            return faults;
        }

        private static boolean isPhone(String text) {
            int digits = text.replaceAll("[^0-9]", "").length();
            return text.matches("\\+?[0-9 ().-]{1,30}") && digits >= 10 && digits <= 15;
        }
    }
}
