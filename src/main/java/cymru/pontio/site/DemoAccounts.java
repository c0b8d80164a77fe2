package cymru.pontio.site;

import java.util.List;

/** The accounts of the demonstration county, for the sign-in page. Nobody offers any where there is no demonstration. */
public interface DemoAccounts {
    List<DemoAccount> list();

    /** @param roleKey message key of what this account is */
    record DemoAccount(String username, String roleKey) {}
}
