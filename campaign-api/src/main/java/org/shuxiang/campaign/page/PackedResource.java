package org.shuxiang.campaign.page;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Sent like a resource in a jar also where it is a file: a file would go past the compression. */
final class PackedResource extends ClassPathResource {

    PackedResource(String path) {
        super(path);
    }

    @Override
    public boolean isFile() {
        return false;
    }

    @Override
    public Resource createRelative(String relativePath) {
        return new PackedResource(getPath() + relativePath);
    }
}
