package org.shuxiang.load;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was said after the bench's name: {@code --people=2000}. */
public final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param args the bench's name, then its options
     * @throws IllegalArgumentException for what is no option
     */
    static Options of(String... args) {
        var values = new TreeMap<String, String>();
        for (String arg : Arrays.asList(args).subList(1, args.length)) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("--option=value, not " + arg);
            }
            values.put(arg.substring(2, equals), arg.substring(equals + 1));
        }
        return new Options(values);
    }

    /** @throws IllegalArgumentException when something else was said: a misspelt option must not pass unseen */
    public Options onlyKnow(Set<String> names) {
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("no option --" + unknown + "; there are " + names);
                });
        return this;
    }

    public String text(String name, String unlessSaid) {
        return values.getOrDefault(name, unlessSaid);
    }

    /** @throws IllegalArgumentException for anything but a number from 1 to {@code most} */
    public int count(String name, int unlessSaid, int most) {
        String text = values.getOrDefault(name, Integer.toString(unlessSaid));
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("--" + name + " takes a number from 1 to " + most + ", not " + text);
    }

    /**
     * What is on unless {@code off} was said.
     *
     * @throws IllegalArgumentException for anything but {@code on} and {@code off}
     */
    public boolean isOn(String name) {
        String text = values.getOrDefault(name, "on");
        if (text.equals("on") || text.equals("off")) {
            return text.equals("on");
        }
        throw new IllegalArgumentException("--" + name + " takes on or off, not " + text);
    }
}
