package cymru.pontio.adverts;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.PrivacyCheck.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyCheckTests {
    /** Seeded fault: without the rules every row is red. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME | Help for Mrs Jones in the morning | Mrs Jones",
                "NAME | MR. Dafydd ap Rhys needs help | MR. Dafydd",
                "NAME | her GP is Dr Owen-Hughes | Dr Owen-Hughes",
                "NAME | Miss Llŷr lives alone | Miss Llŷr",
                "NAME | gofal i Mr Iorwerth Ŵyn bob bore | Mr Iorwerth Ŵyn",
                "NAME | y Parch. Elis sy’n galw | Parch. Elis",
                "ADDRESS | lives at 4 High Street near the bridge | 4 High Street",
                "ADDRESS | 12a Station Road | 12a Station Road",
                "ADDRESS | 7 Cae Glas Close | 7 Cae Glas Close",
                "ADDRESS | 22 Heol y Bont | 22 Heol y Bont",
                "ADDRESS | 3 Stryd Fawr | 3 Stryd Fawr",
                "ADDRESS | tŷ pen, 15 Ffordd Aberriw | 15 Ffordd Aberriw",
                "ADDRESS | 9 Lôn Las | 9 Lôn Las",
                "ADDRESS | 5 Maes-y-Dre | 5 Maes-y-Dre",
                "ADDRESS | 31 Bryn Awel | 31 Bryn Awel",
                "ADDRESS | Flat 3, Tŷ Hafren | Flat 3, Tŷ Hafren",
                "POSTCODE | SY16 1AB | SY16 1AB",
                "POSTCODE | near ld16ad in town | ld16ad",
                "PHONE | ring 01686 123 456 first | 01686 123 456",
                "PHONE | daughter 07700 900123 | 07700 900123",
                "PHONE | +44 7700 900 123 | +44 7700 900 123",
                "PHONE | (01597) 826000 | (01597) 826000",
                "NHS_NUMBER | number 943 476 5919 | 943 476 5919",
                "NHS_NUMBER | 9434765919 | 9434765919",
                "KEY_SAFE | key safe 1234 | key safe 1234",
                "KEY_SAFE | keysafe: C1234X by the door | keysafe: C1234X",
                "KEY_SAFE | The key-safe code is 4521 | key-safe code is 4521",
                "KEY_SAFE | sêff allweddi 1234 | sêff allweddi 1234",
                "KEY_SAFE | cod y drws 9876 | cod y drws 9876",
                "KEY_SAFE | door code C2580 | door code C2580",
                "KEY_SAFE | key safe code is 4 3 2 1 | key safe code is 4 3 2 1",
                "KEY_SAFE | Key code 4321 | Key code 4321",
                "KEY_SAFE | The code for the door is 1234 | code for the door is 1234",
                "KEY_SAFE | cod y sêff 4321 | cod y sêff 4321",
                "KEY_SAFE | Mae allwedd yn y sêff, cod 4321 | allwedd yn y sêff, cod 4321",
                "DATE_OF_BIRTH | born 3 March 1940 | born 3 March 1940",
                "DATE_OF_BIRTH | DOB: 03/03/1940 | DOB: 03/03/1940",
                "DATE_OF_BIRTH | ganed ar 3 Chwefror 1931 | ganed ar 3 Chwefror 1931",
                "DATE_OF_BIRTH | dyddiad geni 3.2.31 | geni 3.2.31",
                "DATE_OF_BIRTH | 1931-02-03 | 1931-02-03",
                "DATE_OF_BIRTH | the third of February 1940 | third of February 1940",
                "DATE_OF_BIRTH | Twenty-First of March, 1940 | Twenty-First of March, 1940",
                "DATE_OF_BIRTH | the third day of February 1940 | third day of February 1940",
                "DATE_OF_BIRTH | third of February nineteen forty | third of February nineteen forty",
                "DATE_OF_BIRTH | 3rd Feb ’40 and well | 3rd Feb ’40",
                "DATE_OF_BIRTH | 3rd Feb '40 | 3rd Feb '40",
                "DATE_OF_BIRTH | 3 Feb. 40, lives alone | 3 Feb. 40",
                "DATE_OF_BIRTH | 3/2/40 | 3/2/40",
                "DATE_OF_BIRTH | February 3rd, 1940 | February 3rd, 1940",
                "DATE_OF_BIRTH | February the third 1940 | February the third 1940",
                "DATE_OF_BIRTH | 3 Chwefror 1940 | 3 Chwefror 1940",
                "DATE_OF_BIRTH | 2il o Fawrth 1940 | 2il o Fawrth 1940",
                "DATE_OF_BIRTH | y trydydd o Chwefror 1940 | trydydd o Chwefror 1940",
                "DATE_OF_BIRTH | yr unfed ar ddeg ar hugain o Ragfyr 1938 | unfed ar ddeg ar hugain o Ragfyr 1938",
                "DATE_OF_BIRTH | y pumed o Fai mil naw pedwar deg | pumed o Fai mil naw pedwar deg",
                "DATE_OF_BIRTH | her birthday is the third of February | birthday is the third of February",
                "DATE_OF_BIRTH | ei phen-blwydd ar y trydydd o Chwefror | phen-blwydd ar y trydydd o Chwefror",
                "DATE_OF_BIRTH | she turns 90 on 3 February | turns 90 on 3 February",
                "DATE_OF_BIRTH | mae’n troi’n 90 ar 3 Chwefror | troi’n 90 ar 3 Chwefror",
                "DATE_OF_BIRTH | born in February 1940 | born in February 1940",
                "NAME | Her daughter Siân Evans visits | daughter Siân Evans",
                "NAME | the neighbour, Alun, has a key | neighbour, Alun",
                "NAME | a son called Gethin | son called Gethin",
                "NAME | ei merch, Gwenno, sydd â’r allwedd | merch, Gwenno",
                "NAME | mae ei gŵr Dafydd gartref | gŵr Dafydd",
                "NAME | ei fab o’r enw Ifan | fab o’r enw Ifan",
                "ADDRESS | ///filled.count.soap | ///filled.count.soap",
                "POSTCODE | SY23 3 BZ | SY23 3 BZ",
                "PHONE | oh one five nine seven eight two six oh oh oh | oh one five nine seven eight two six oh oh oh",
                "PHONE | dim un pump naw saith wyth dau chwech dim dim dim | dim un pump naw saith wyth dau chwech dim dim dim",
                "KEY_SAFE | key safe code nine nine three one | key safe code nine nine three one",
                "KEY_SAFE | blwch allweddi: un dau tri pedwar | blwch allweddi: un dau tri pedwar",
                "DATE_OF_BIRTH | born in 1940 | born in 1940",
                "DATE_OF_BIRTH | ganwyd yn 1940 | ganwyd yn 1940",
                "DATE_OF_BIRTH | 3 February in 1940 | 3 February in 1940",
                "DATE_OF_BIRTH | 3 Chwefror yn y flwyddyn 1940 | 3 Chwefror yn y flwyddyn 1940",
                "EMAIL | write to gwen.jones@example.org | gwen.jones@example.org"
            })
    void findsWhatTellsWhoItIs(Kind kind, String text, String phrase) {
        assertThat(PrivacyCheck.find(text)).contains(new PrivacyCheck.Finding(kind, phrase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 calls a day",
                "30 minutes every morning",
                "Help to wash and dress at 07:30, and a hot meal between 12:00 and 13:30.",
                "Lives in Llanidloes and likes going to Newtown market on Fridays.",
                "Help in Llanfair Caereinion, Abermule and Y Drenewydd.",
                "Two workers with a ceiling hoist; 45 minutes, 7 days a week.",
                "A key safe will be fitted before care starts.",
                "There is a key safe; the worker gets the code at the start.",
                "Medication 3 times a day, 500 mg.",
                "Walks 100 metres with a frame, up 12 steps.",
                "Insulin prompt before breakfast, 8 units.",
                "Care from 4 March 2030 to 18 March 2030.",
                "Care starts on 4 March, 45 minutes each time, or 3 or 40.",
                "Care starts on the fourth of March 2030, or on 4 Mar ’30.",
                "Care from 4/3/30; 2030-03-04; 4.3.2030.",
                "Bydd y gofal yn dechrau ar y pedwerydd o Fawrth 2030, hyd 30 munud.",
                "Mae’n dechrau ar 4 Mawrth 2030, a’r ail alwad ar y pumed o Fai.",
                "The first of four calls; the second may be later.",
                "Blood pressure 120/80, 24/7/52 support, insulin at 8.30.",
                "The person is 84 and lives on the first floor.",
                "Transfers with 2 workers at bedtime, 60 minutes.",
                "Mae angen cymorth i godi, 2 alwad y dydd, 30 munud yr un.",
                "Mae’n byw yn Llanfyllin ac yn hoffi mynd i’r capel.",
                "Weight about 95 kg, bariatric bed 1200 mm wide.",
                "Call 1 of 4 is time-critical.",
                "Dementia (diagnosed 2019), hearing aid, likes Radio Cymru.",
                "A doctor visits monthly. Ask the nurse about dressings.",
                "Her daughter visits on Sunday. She has tea with her.",
                "The son is away; the wife May to June only, the friend Monday.",
                "A friend GP, a sister NHS nurse; mum Alzheimer’s, brother Welsh-speaking.",
                "Mae ei merch yn galw. Mae’n hoffi te gyda ffrind ddydd Llun.",
                "One call, two workers, three times a day; one or two, three or four days.",
                "Un, dau neu tri gweithiwr; y blwch allweddi ar un wal.",
                "Key safe at one side of the door, two steps up.",
                "The code for the door is given at the start; 2 workers, 4 calls a day.",
                "Rhoddir cod y sêff ar y dechrau. 2 weithiwr, 30 munud.",
                "Born in Llanidloes; in the same house since 1975.",
                "Needs 24/7 care at weekends; 14.75 hours a week."
            })
    void leavesTheWordsOfCareAlone(String text) {
        assertThat(PrivacyCheck.find(text)).isEmpty();
    }

    @Test
    void tellsAllPhrasesAtOnceInTheOrderOfTheText() {
        assertThat(PrivacyCheck.phrases("Mrs Jones at 4 High Street, SY16 1AB, key safe 1234, tel 01686 123456"))
                .containsExactly("Mrs Jones", "4 High Street", "SY16 1AB", "key safe 1234", "01686 123456");
    }

    /** Nine digits and a wrong last one are not an NHS number. */
    @Test
    void checksTheNhsNumbersLastDigit() {
        assertThat(PrivacyCheck.find("943 476 5918")).isEmpty();
    }

    @Test
    void readsALongTextInNoTime() {
        String text =
                ("1 Aaaa Bbbb Cccc Dddd 12345 0 1 2 3 4 5 key safe aaaa bbbb " + "A".repeat(40) + " ").repeat(200);
        long start = System.nanoTime();
        PrivacyCheck.find(text);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }
}
