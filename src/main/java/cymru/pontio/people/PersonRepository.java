package cymru.pontio.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, UUID> {
    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    Optional<Person> findByRefAndTeamId(String ref, UUID team);

    List<Person> findByIdIn(Collection<UUID> ids);

    boolean existsByRef(String ref);
}
