package org.shuxiang.platform.document;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Documents hold data and no class names: a record may move without a migration. */
@AutoConfiguration
class DocumentAutoConfiguration {

    @Bean
    SmartInitializingSingleton withoutClassNames(MappingMongoConverter converter) {
        return () -> converter.setTypeMapper(new DefaultMongoTypeMapper(null));
    }

    @Bean
    MongoPing mongoHealthIndicator(ReactiveMongoTemplate mongo) {
        return new MongoPing(mongo);
    }
}
