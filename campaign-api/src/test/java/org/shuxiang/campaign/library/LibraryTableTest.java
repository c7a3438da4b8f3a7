package org.shuxiang.campaign.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.campaign.LibraryLevel;
import org.shuxiang.platform.table.CellProblem;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.TableRejectedException;
import org.shuxiang.platform.table.Tables;

class LibraryTableTest {

    private static final RegionDirectory REGIONS = RegionDirectory.load();

    private final Map<String, Library> known = new HashMap<>(Map.of(
            "P-44", new Library("P-44", "省馆", LibraryLevel.PROVINCIAL, "440000", null),
            "C-4403", new Library("C-4403", "市馆", LibraryLevel.CITY, "440300", "P-44"),
            "P-11", new Library("P-11", "京馆", LibraryLevel.PROVINCIAL, "110000", null)));

    @Test
    void takesAParentFromLaterInTheFile() {
        assertThat(read(null, "K1,县馆,县级,440305,C1", "C1,新市馆,市级,440300,P-44"))
                .extracting(Library::code)
                .containsExactly("K1", "C1");
    }

    @Test
    void takesEnglishHeadersAndLevels() {
        byte[] file = "Code,name,level,region,parent\nC1,馆,CITY,440300,P-44\n".getBytes(StandardCharsets.UTF_8);
        assertThat(new LibraryTable(known, REGIONS, null).read(Tables.read(file)))
                .containsExactly(new Library("C1", "馆", LibraryLevel.CITY, "440300", "P-44"));
    }

    @Test
    void refusesCyclesAlsoThroughWhatIsKnown() {
        assertThat(problems(null, "P-44,省馆,省级,440000,C-4403")).containsExactly("2 上级编号 library.cycle");
        assertThat(problems(null, "A,甲,市级,440300,B", "B,乙,市级,440300,A"))
                .containsExactly("2 上级编号 library.cycle", "3 上级编号 library.cycle");
        assertThat(problems(null, "A,甲,市级,440300,A")).containsExactly("2 上级编号 library.cycle");
    }

    @Test
    void doesNotBlameARowForTheParentsMistake() {
        assertThat(problems(null, "C1,,市级,440300,P-44", "K1,县馆,县级,440305,C1")).containsExactly("2 名称 invalid.NotBlank");
    }

    @Test
    void letsNobodyMoveALibraryInOrOutOfTheirSubtree() {
        assertThat(problems("P-44", "P-11,京馆,省级,110000,P-44")).containsExactly("2 编号 library.outside-subtree");
        assertThat(problems("P-44", "C-4403,市馆,市级,440300,P-11")).containsExactly("2 编号 library.outside-subtree");
        assertThat(problems("P-44", "P-44,省馆,省级,440000,P-11")).containsExactly("2 编号 library.outside-subtree");
        assertThat(read("P-44", "P-44,新名省馆,省级,440000,", "C-4403,市馆,市级,440300,P-44"))
                .hasSize(2);
    }

    @Test
    void namesTheColumnThatIsMissing() {
        byte[] file = "编号,名称\nA,甲\n".getBytes(StandardCharsets.UTF_8);
        var rejected = catchThrowableOfType(
                TableRejectedException.class, () -> new LibraryTable(known, REGIONS, null).read(Tables.read(file)));
        assertThat(rejected.problems()).extracting(CellProblem::column).containsExactly("级别", "行政区划代码", "上级编号");
    }

    @Test
    void readsHowManyPeopleALibraryServes() {
        assertThat(read(null, "C1,馆,市级,440300,P-44,17560061,3000000"))
                .containsExactly(new Library("C1", "馆", LibraryLevel.CITY, "440300", "P-44", 17_560_061L, 3_000_000L));
        assertThat(problems(null, "C1,馆,市级,440300,P-44,一千万,3 万"))
                .containsExactly("2 服务人口 library.number", "2 注册读者 library.number");
    }

    @Test
    void keepsWhatIsKnownWhereAFileHasNoSuchColumn() {
        known.put("C1", new Library("C1", "馆", LibraryLevel.CITY, "440300", "P-44", 100L, 20L));
        byte[] file =
                "code,name,level,region,parent,readers\nC1,馆,CITY,440300,P-44,\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new LibraryTable(known, REGIONS, null).read(Tables.read(file)))
                .containsExactly(new Library("C1", "馆", LibraryLevel.CITY, "440300", "P-44", 100L, null));
    }

    private List<Library> read(@Nullable String root, String... rows) {
        List<List<String>> cells =
                Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList();
        byte[] file = Tables.write(TableFormat.CSV, "libraries", LibraryTable.HEADER, cells);
        return new LibraryTable(known, REGIONS, root).read(Tables.read(file));
    }

    private List<String> problems(@Nullable String root, String... rows) {
        var rejected = catchThrowableOfType(TableRejectedException.class, () -> read(root, rows));
        assertThat(rejected).isNotNull();
        return rejected.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .toList();
    }
}
