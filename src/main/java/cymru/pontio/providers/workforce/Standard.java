package cymru.pontio.providers.workforce;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of workers and their employer.
 *
 * @param registrationMonths from the start to registration with Social Care Wales
 * @param offerMonths of non-guaranteed hours after which guaranteed ones must be offered (reg 42)
 * @param dbsMonths from one check to the next
 * @param qualificationMonths from registration to the required qualification
 */
record Standard(int registrationMonths, int offerMonths, int dbsMonths, int qualificationMonths, List<Course> courses) {

    Optional<Course> course(String code) {
        return courses.stream().filter(course -> course.code().equals(code)).findFirst();
    }
}
