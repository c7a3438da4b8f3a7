export interface Point {
  x: number;
  y: number;
}

/** The top of a scale for values up to `most`, and its lines: three or four steps of a round number. */
export function scaleFor(most: number): { top: number; lines: number[] } {
  const rough = Math.max(most, 1) / 3;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((nice) => nice * magnitude).find((nice) => nice >= rough * 0.999) ?? rough);
  const count = Math.max(1, Math.ceil(most / step));
  return { top: count * step, lines: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** A smooth path through points from left to right that never swings above or below them (monotone cubic, Fritsch and Carlson 1980). */
export function smoothPath(points: readonly Point[]): string {
  const [first] = points;
  if (!first) {
    return '';
  }
  const slopes = points.slice(1).map(({ x, y }, index) => (y - points[index]!.y) / (x - points[index]!.x));
  const tangents = points.map((_, index) => {
    const before = slopes[index - 1];
    const after = slopes[index];
    if (before === undefined || after === undefined) {
      return before ?? after ?? 0;
    }
    // the harmonic mean keeps within both slopes
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  const parts = points.slice(1).map(({ x, y }, index) => {
    const from = points[index]!;
    const third = (x - from.x) / 3;
    const leaving = [from.x + third, from.y + tangents[index]! * third];
    const arriving = [x - third, y - tangents[index + 1]! * third];
    return `C${[...leaving, ...arriving, x, y].map(round).join(' ')}`;
  });
  return `M${round(first.x)} ${round(first.y)}${parts.join('')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
