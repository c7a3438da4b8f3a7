/** The server's clock as this device sees it: how far ahead of the device it runs, halving the time a request travelled. */
export function clockOffset(serverTime: string, sentAt: number, receivedAt: number): number {
  return Date.parse(serverTime) - (sentAt + receivedAt) / 2;
}

let offsetMillis = 0;

/** Takes the server's clock from an answer that tells its time. */
export function observeServerTime(serverTime: string, sentAt: number, receivedAt: number): number {
  offsetMillis = clockOffset(serverTime, sentAt, receivedAt);
  return offsetMillis;
}

/** The server's time at a moment of the device's clock. */
export function serverTimeAt(deviceTime: number): number {
  return deviceTime + offsetMillis;
}

/** `4:05`, or `1:04:05` from an hour on. */
export function clockFace(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  if (hours > 0) {
    parts.unshift(hours);
  }
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export function timeLeft(millis: number): TimeLeft {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
