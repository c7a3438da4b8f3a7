package org.shuxiang.platform.log;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What is done to consumer groups as a whole. */
public final class ConsumerGroups {

    private ConsumerGroups() {}

    /**
     * Lets a group begin anew; nothing happens where there is none.
     *
     * @throws IllegalStateException when somebody is in the group, or the broker does not do it
     */
    public static void forget(Admin admin, String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(
                        "group " + group + " cannot start over: is another instance running?", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rebuilding", e);
        }
    }
}
