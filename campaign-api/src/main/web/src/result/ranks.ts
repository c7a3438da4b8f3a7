/** Which of the four words of praise a score earns: 0 below 60 percent, 1 below 80, 2 below all, 3 for everything. */
export function rank(score: number, max: number): 0 | 1 | 2 | 3 {
  const share = max > 0 ? score / max : 0;
  if (share >= 1) {
    return 3;
  }
  return share >= 0.8 ? 2 : share >= 0.6 ? 1 : 0;
}
