package org.shuxiang.platform.log;

import java.util.List;

/**
 * Dead letters that cannot be handled again one by one, but are when the service is rebuilt from the log.
 *
 * @param group whose they are
 * @param topics with the dead letters
 */
public record RebuiltLetters(String group, List<String> topics) {

    public RebuiltLetters {
        topics = List.copyOf(topics);
    }
}
