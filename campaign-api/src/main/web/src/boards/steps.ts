/** How dark a tile can be, besides not at all. */
export const STEPS = 5;

const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
/** For values that lie close together. */
const TWO_DIGITS = Array.from({ length: 90 }, (_, index) => (index + 10) / 10);

/**
 * From which value on each darker step begins, round numbers that part the values into groups of about the same size;
 * fewer than four when the values are few or alike.
 */
export function boundsOf(values: readonly (number | undefined)[]): number[] {
  const sorted = values
    .filter((value): value is number => value !== undefined && value > 0)
    .sort((one, other) => one - other);
  const parting = Array.from(
    { length: STEPS - 1 },
    (_, index) => sorted[Math.floor((sorted.length * (index + 1)) / STEPS)] ?? 0,
  );
  const nice = distinct(parting.map((value) => roundDown(value, NICE)), sorted[0]);
  const exact = distinct(parting.map((value) => roundDown(value, TWO_DIGITS)), sorted[0]);
  return exact.length > nice.length ? exact : nice;
}

/** Those that part anything. */
function distinct(bounds: number[], least = 0): number[] {
  return [...new Set(bounds)].filter((bound) => bound > least);
}

/** The largest number that begins with one of the digits and is not above the value. */
function roundDown(value: number, digits: readonly number[]): number {
  if (value <= 0) {
    return 0;
  }
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const digit = Math.max(...digits.filter((one) => one * magnitude <= value * (1 + 1e-9)));
  // 3 * 0.1 is not quite 0.3
  return Number((digit * magnitude).toPrecision(2));
}

/** 0 for nobody or not known, then 1 to 5; with fewer bounds the darkest stays the darkest. */
export function stepOf(value: number | undefined, bounds: readonly number[]): number {
  if (!value) {
    return 0;
  }
  return STEPS - bounds.length + bounds.filter((bound) => value >= bound).length;
}
