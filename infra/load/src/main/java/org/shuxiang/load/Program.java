package org.shuxiang.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A program in a JVM of its own, watched over JMX, ended with the bench. */
public final class Program implements AutoCloseable {

    /** The option by which {@code ./shuxiang} starts the system; what it is compared with has it as well. */
    public static final String COMPILING = "-XX:CICompilerCount=6";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final long WATCH_MILLIS = 100;

    private final Process process;
    private final Path output;
    private final JMXConnector jmx;
    private final MemoryMXBean memory;
    private final OperatingSystemMXBean system;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile long highestHeapBytes;

    private Program(Process process, Path output, JMXConnector jmx) throws IOException {
        this.process = process;
        this.output = output;
        this.jmx = jmx;
        MBeanServerConnection beans = jmx.getMBeanServerConnection();
        memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        system = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
        var unused = watch.scheduleWithFixedDelay(this::look, 0, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a jar.
     *
     * @param folder where it runs and what it prints is kept
     * @param command options of the JVM, then {@code -jar}, the jar and its arguments
     */
    public static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        whole.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= 24) {
            whole.add("--sun-misc-unsafe-memory-access=allow"); // Kafka's clients use it
        }
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SHUXIANG_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Program(process, output, attach(process));
    }

    @SuppressWarnings("BanJNDI") // the address comes from our own child
    private static JMXConnector attach(Process process) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(e);
        }
    }

    /** The option by which a JVM records itself until it ends. */
    public static String recordingTo(String file) {
        return "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + Path.of(file).toAbsolutePath();
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Waits until the address answers 200. */
    public Program awaitOk(URI address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answersOk(http, address)) {
                if (process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("does not start: " + Files.readString(output));
                }
            }
        }
        return this;
    }

    private static boolean answersOk(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private void look() {
        highestHeapBytes =
                Math.max(highestHeapBytes, memory.getHeapMemoryUsage().getUsed());
    }

    /** The most that objects took on the heap, garbage included, looked at ten times a second. */
    public long highestHeapBytes() {
        return highestHeapBytes;
    }

    /** What is left on the heap after a full collection now. */
    public long liveHeapBytes() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** CPU time of all its threads so far. */
    public Duration cpuTime() {
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** The most memory that it ever had resident, all of it, in bytes; 0 where the system does not tell (not Linux). */
    public long highestResidentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Waits so long, or until it has ended. */
    public boolean endsWithin(Duration wait) throws InterruptedException {
        return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it printed. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Asks it to stop, so that it can write its recording. */
    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        try {
            if (watch.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS) && process.isAlive()) {
                jmx.close();
            }
            process.destroy();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
