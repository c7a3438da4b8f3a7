import type { BankQuestion, Difficulty, QuestionKind } from '../api';

export interface QuestionFilter {
  text: string;
  kind: QuestionKind | '';
  category: string;
  difficulty: Difficulty | '';
}

/** Every word of the search must stand somewhere in the question. */
export function found(questions: BankQuestion[], { text, kind, category, difficulty }: QuestionFilter): BankQuestion[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const whole = [question.id, question.stem, ...question.options, question.answer, question.explanation, question.source]
      .join('\n')
      .toLowerCase();
    return (
      (kind === '' || question.kind === kind) &&
      (category === '' || question.category === category) &&
      (difficulty === '' || question.difficulty === difficulty) &&
      words.every((word) => whole.includes(word))
    );
  });
}

/** The answer as a reader understands it: with the texts of the options. */
export function answerText({ kind, options, answer }: BankQuestion): string {
  if (kind !== 'SINGLE_CHOICE' && kind !== 'MULTIPLE_CHOICE') {
    return answer;
  }
  return [...answer].map((letter) => `${letter} ${options[letter.charCodeAt(0) - 65] ?? ''}`.trim()).join('；');
}
