package cymru.pontio;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PontioApplication {

    public static void main(String[] args) {
        SpringApplication.run(PontioApplication.class, args);
    }
}
