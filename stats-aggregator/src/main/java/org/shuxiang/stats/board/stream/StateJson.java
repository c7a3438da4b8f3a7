package org.shuxiang.stats.board.stream;

import org.shuxiang.stats.board.Part;
import org.shuxiang.stats.figure.Person;
import org.shuxiang.stats.figure.Standing;
import tools.jackson.databind.json.JsonMapper;

/** How state is kept: JSON of this service alone, which a rebuild writes anew. */
final class StateJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private StateJson() {}

    static byte[] write(Object state) {
        return MAPPER.writeValueAsBytes(state);
    }

    static Person person(byte[] json) {
        return MAPPER.readValue(json, Person.class);
    }

    static Standing standing(byte[] json) {
        return MAPPER.readValue(json, Standing.class);
    }

    static Part part(byte[] json) {
        return MAPPER.readValue(json, Part.class);
    }
}
