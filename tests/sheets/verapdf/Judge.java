import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Judges PDF files by the profiles of veraPDF: {@code Judge ua1,2a file...}. One line for each file and profile, then one
 * for each rule that was broken. A file that cannot be read is a failure. Ends with 0 only if everything passed.
 */
public final class Judge {
    private static boolean clean = true;

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < args.length; i++) {
            for (String profile : args[0].split(",")) {
                judge(args[i], profile);
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static void judge(String file, String profile) {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        ValidatorConfig config = ValidatorConfigBuilder.defaultBuilder().flavour(flavour).maxFails(500).build();
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(config, flavour)) {
            tell(file, profile, validator.validate(parser));
        } catch (Exception unreadable) {
            clean = false;
            System.out.println("UNREADABLE " + profile + " " + file + " " + unreadable.getClass().getSimpleName());
        }
    }

    private static void tell(String file, String profile, ValidationResult result) {
        clean &= result.isCompliant();
        System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + profile + " " + file);
        Map<String, String> broken = new TreeMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                broken.putIfAbsent(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(), each.getMessage());
            }
        }
        broken.forEach((rule, message) -> System.out.println("    " + rule + " " + message));
    }
}
