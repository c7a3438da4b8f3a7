/** Everybody who works here means Beijing time, whatever their computer is set to; China has had no summer time since 1991. */
const AHEAD_MILLIS = 8 * 60 * 60 * 1000;
const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/;

/** `2027-02-05T20:00:00` on the clocks of Beijing as an instant, `2027-02-05T12:00:00Z`; empty for what is no time. */
export function instantOf(wallClock: string): string {
  const parts = WALL_CLOCK.exec(wallClock);
  if (!parts) {
    return '';
  }
  const [year, month, day, hour, minute, second = 0] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number, number, number, number, number, number?,
  ];
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - AHEAD_MILLIS);
  return wallClockOf(moment.toISOString()).startsWith(wallClock.slice(0, 16).replace(' ', 'T')) ? withoutMillis(moment) : '';
}

/** An instant as the clocks of Beijing show it, `2027-02-05T20:00:00`; empty for none. */
export function wallClockOf(instant: string | null | undefined): string {
  const millis = Date.parse(instant ?? '');
  return Number.isNaN(millis) ? '' : new Date(millis + AHEAD_MILLIS).toISOString().slice(0, 19);
}

/** The same time of day and date in the next year; 29 February becomes the 28th. */
export function aYearLater(instant: string): string {
  const wallClock = wallClockOf(instant);
  const year = Number(wallClock.slice(0, 4)) + 1;
  return instantOf(year + wallClock.slice(4)) || instantOf(`${year}-02-28${wallClock.slice(10)}`);
}

function withoutMillis(moment: Date): string {
  return moment.toISOString().replace('.000Z', 'Z');
}
