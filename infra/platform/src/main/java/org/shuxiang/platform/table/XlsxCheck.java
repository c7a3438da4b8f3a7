package org.shuxiang.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an XLSX before it is read: a small file can unpack to gigabytes, or name a cell so far to the right that
 * its row alone fills the memory.
 */
final class XlsxCheck {

    private static final long MOST_UNPACKED_BYTES = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");
    private static final XMLInputFactory XML = xml();

    private XlsxCheck() {}

    /** @throws IOException when the file is not to be read */
    static void check(byte[] file) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var budget = new Budget();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                budget.entry();
                try (InputStream content = new Counted(zip.getInputStream(entry), budget)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    checkCells(content);
                }
            }
        }
    }

    private static void checkCells(InputStream content) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    @Nullable String address = reader.getAttributeValue(null, "r");
                    if (address != null && !ADDRESS.matcher(address).matches()) {
                        throw new IOException("no such cell: " + address);
                    }
                }
            }
        } catch (XMLStreamException e) {
            // a picture, or XML that the reader of the sheet will stumble over as well
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static final class Budget {

        private long bytes = MOST_UNPACKED_BYTES;
        private int entries = MOST_ENTRIES;

        void entry() throws IOException {
            if (--entries < 0) {
                throw new IOException("too many files in one");
            }
        }

        void bytes(long read) throws IOException {
            bytes -= read;
            if (bytes < 0) {
                throw new IOException("unpacks to too much");
            }
        }
    }

    private static final class Counted extends FilterInputStream {

        private final Budget budget;

        Counted(InputStream content, Budget budget) {
            super(content);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            budget.bytes(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            budget.bytes(Math.max(read, 0));
            return read;
        }
    }
}
