import { DIFFICULTIES, type BankQuestion, type BlueprintPart, type Difficulty } from '../api';

export const MOST_QUESTIONS = 100;

/** One category of the table: what the bank has and what the paper takes, by difficulty. */
export interface BlueprintRow {
  category: string;
  cells: Record<Difficulty, BlueprintCell>;
  count: number;
}

export interface BlueprintCell {
  /** The part's place in the blueprint, which problems are reported by; -1 for none. */
  index: number;
  count: number;
  available: number;
  short: boolean;
}

/** The categories of the bank and those that only the blueprint has, the bank's first. */
export function rowsOf(blueprint: BlueprintPart[], questions: BankQuestion[]): BlueprintRow[] {
  const categories = new Set([...questions, ...blueprint].map(({ category }) => category));
  return [...categories].map((category) => {
    const cells = Object.fromEntries(
      DIFFICULTIES.map((difficulty) => {
        const isHere = (other: { category: string; difficulty: Difficulty }) =>
          other.category === category && other.difficulty === difficulty;
        const index = blueprint.findIndex(isHere);
        const count = blueprint[index]?.count ?? 0;
        const available = questions.filter(isHere).length;
        return [difficulty, { index, count, available, short: count > available }];
      }),
    ) as Record<Difficulty, BlueprintCell>;
    return { category, cells, count: DIFFICULTIES.reduce((sum, difficulty) => sum + cells[difficulty].count, 0) };
  });
}

/** The blueprint with that many questions of a category and difficulty; parts keep their places. */
export function withCount(
  blueprint: BlueprintPart[],
  category: string,
  difficulty: Difficulty,
  count: number,
): BlueprintPart[] {
  const isHere = (part: BlueprintPart) => part.category === category && part.difficulty === difficulty;
  if (count <= 0) {
    return blueprint.filter((part) => !isHere(part));
  }
  return blueprint.some(isHere)
    ? blueprint.map((part) => (isHere(part) ? { ...part, count } : part))
    : [...blueprint, { category, difficulty, count }];
}

export function total(blueprint: { count: number; difficulty: Difficulty }[], difficulty?: Difficulty): number {
  return blueprint
    .filter((part) => difficulty === undefined || part.difficulty === difficulty)
    .reduce((sum, { count }) => sum + count, 0);
}
