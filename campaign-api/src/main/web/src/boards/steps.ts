/** How dark a tile can be, besides not at all. */
export const STEPS = 5;

const NICE = [1, 2, 3, 5, 7];

/**
 * From which value on each darker step begins, round numbers that part the values into groups of about the same size;
 * fewer than four when the values are few or alike.
 */
export function boundsOf(values: readonly (number | undefined)[]): number[] {
  const sorted = values.filter((value): value is number => value !== undefined && value > 0).sort((one, other) => one - other);
  const bounds: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const bound = nice(sorted[Math.floor((sorted.length * step) / STEPS)] ?? 0);
    if (bound > Math.max(bounds.at(-1) ?? 0, sorted[0] ?? 0)) {
      bounds.push(bound);
    }
  }
  return bounds;
}

/** The largest round number that is not above it. */
function nice(value: number): number {
  if (value <= 0) {
    return 0;
  }
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const digit = Math.max(...NICE.filter((nice) => nice * magnitude <= value * (1 + 1e-9)));
  // 3 * 0.1 is not quite 0.3
  return Number((digit * magnitude).toPrecision(1));
}

/** 0 for nobody or not known, then 1 to 5; with fewer bounds the darkest stays the darkest. */
export function stepOf(value: number | undefined, bounds: readonly number[]): number {
  if (!value) {
    return 0;
  }
  return STEPS - bounds.length + bounds.filter((bound) => value >= bound).length;
}
