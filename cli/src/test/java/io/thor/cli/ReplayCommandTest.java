package io.thor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  private static final String TRADES =
      """
      time,symbol,price,quantity,trade_id,conditions
      2024-03-08T14:29:59Z,AAPL,170.10,100,1,@ T
      2024-03-08T14:30:00Z,AAPL,170.50,200,2,@
      2024-03-08T14:30:10Z,AAPL,-1,200,3,@
      """;

  @TempDir Path folder;

  private Path trades;
  private Path bars;
  private Path sessions;

  @BeforeEach
  void writeTrades() throws IOException {
    trades = Files.writeString(folder.resolve("trades.csv"), TRADES);
    bars = folder.resolve("bars.csv");
    sessions = folder.resolve("sessions.csv");
  }

  @Test
  void writesBarsAndSessionsOfTheVenue() throws IOException {
    Shell.Result result =
        replay(
            trades,
            "--session-calendar",
            "XNYS",
            "--bars",
            bars.toString(),
            "--sessions",
            sessions.toString());

    assertEquals(ExitCode.OK, result.exitCode());
    assertEquals(
        List.of(
            "bar_start_utc,open,high,low,close,volume,trades,notional,bar_vwap,session,"
                + "session_vwap_cum",
            "2024-03-08T14:29:00Z,170.1,170.1,170.1,170.1,100,1,17010,170.1000000000,2024-03-07,"
                + "170.1000000000",
            "2024-03-08T14:30:00Z,170.5,170.5,170.5,170.5,200,1,34100,170.5000000000,2024-03-08,"
                + "170.5000000000"),
        Files.readAllLines(bars));
    assertEquals(3, Files.readAllLines(sessions).size());
    assertTrue(result.err().contains("line 4: price '-1' is not above zero"), result.err());
    assertTrue(result.out().contains("left out: 1 prices not above zero"), result.out());
  }

  @Test
  void countsOnlyTheEligible() throws IOException {
    Shell.Result result = replay(trades, "--eligibility", "us_regular", "--bars", bars.toString());

    assertEquals(2, Files.readAllLines(bars).size());
    assertTrue(result.out().contains("left out: 1 not eligible"), result.out());
  }

  @Test
  void writesNothingUnderStrictWhenARowIsBad() throws IOException {
    Files.writeString(bars, "as before");

    Shell.Result result = replay(trades, "--strict", "--bars", bars.toString());

    assertEquals(ExitCode.ROWS_LEFT_OUT, result.exitCode());
    assertEquals("as before", Files.readString(bars));
    assertEquals(2, filesInFolder());
  }

  @Test
  void saysWhenNoRowIsATrade() throws IOException {
    Files.writeString(trades, "some,text\nof,another\n");

    Shell.Result result = replay(trades, "--bars", bars.toString());

    assertEquals(ExitCode.ROWS_LEFT_OUT, result.exitCode());
    assertTrue(result.err().contains("no row is a trade; nothing was written."), result.err());
    assertFalse(Files.exists(bars));
  }

  @Test
  void namesOnlySoManyRowsAndCountsAll() throws IOException {
    Files.writeString(trades, "2024-03-08T14:30:00Z,AAPL,1,1\n" + "x\n".repeat(5));

    Shell.Result result = replay(trades, "--report", "2");

    assertTrue(result.err().contains("line 3: "), result.err());
    assertFalse(result.err().contains("line 4: "), result.err());
    assertTrue(result.err().contains("3 more rows were left out"), result.err());
    assertTrue(result.out().contains("left out: 5 bad rows"), result.out());
  }

  @Test
  void saysWhatItReads() {
    assertTrue(replay(trades).err().startsWith("replay: reading 1 KiB"), replay(trades).err());
    assertFalse(replay(trades, "--progress", "none").err().contains("replay:"));
  }

  @Test
  void endsWithTheFilesOwnCode() {
    assertEquals(ExitCode.FILE_FAILED, replay(folder.resolve("absent.csv")).exitCode());
    assertEquals(ExitCode.FILE_FAILED, replay(folder).exitCode());
    assertEquals(
        ExitCode.FILE_FAILED,
        replay(trades, "--bars", folder.resolve("no/bars.csv").toString()).exitCode());
  }

  @Test
  void namesTheChoices() {
    Shell.Result result = replay(trades, "--session-calendar", "XXXX");

    assertEquals(ExitCode.USAGE, result.exitCode());
    assertTrue(result.err().contains("choose one of XNYS, XTSE"), result.err());
    assertEquals(ExitCode.USAGE, replay(trades, "--eligibility", "some").exitCode());
    assertEquals(ExitCode.USAGE, replay(trades, "--progress", "some").exitCode());
  }

  @Test
  void barsAndSessionsEqualThoseOfTheRecordedDays() throws IOException {
    RecordedTicks ticks = RecordedTicks.orSkip();

    Shell.Result result =
        replay(
            ticks.unpackTrades(folder),
            "--symbol",
            "BTC-USD",
            "--bars",
            bars.toString(),
            "--sessions",
            sessions.toString());

    assertEquals(ExitCode.OK, result.exitCode());
    List<String> expected = ticks.bars();
    assertEquals(expected, Files.readAllLines(bars).subList(0, expected.size()));
    assertEquals(
        ticks.sessions(), Files.readAllLines(sessions).subList(0, ticks.sessions().size()));
  }

  private long filesInFolder() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  private static Shell.Result replay(Path file, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "replay";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Shell.run(Map.of(), arguments);
  }
}
