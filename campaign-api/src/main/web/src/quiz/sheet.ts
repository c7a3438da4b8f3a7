import type { AnswerSheet, Paper, PaperQuestion, Text } from '../api/contract';

/** An answer sheet on its way, kept in the browser after every touch. */
export interface Sheet {
  activityId: string;
  activityTitle: Text;
  participantId: string;
  paper: Paper;
  /** How far the server's clock is ahead of the device's. */
  clockOffsetMillis: number;
  /** By position; a poem's blanks may hold '' where no tile lies yet. */
  choices: Record<number, string[]>;
  flagged: number[];
  resourcesOpened: number[];
  /** The position on the screen. */
  current: number;
  state: 'ANSWERING' | 'SUBMITTING' | 'SUBMITTED';
  /** Whether the clock handed it in, not the person. */
  timeOver?: boolean;
  receipt?: string;
}

export function freshSheet(
  activity: { id: string; title: Text },
  participantId: string,
  paper: Paper,
  clockOffsetMillis: number,
): Sheet {
  return {
    activityId: activity.id,
    activityTitle: activity.title,
    participantId,
    paper,
    clockOffsetMillis,
    choices: {},
    flagged: [],
    resourcesOpened: [],
    current: 0,
    state: 'ANSWERING',
  };
}

/** When the sheet has to be handed in, by the server's clock. The server's grace is for the network, not for thinking. */
export function deadline(paper: Paper): number {
  return Math.min(Date.parse(paper.issuedAt) + paper.timeLimitSeconds * 1000, Date.parse(paper.expiresAt));
}

export function isAnswered(question: PaperQuestion, choice: string[] | undefined): boolean {
  if (!choice || choice.length === 0) {
    return false;
  }
  return question.kind === 'POEM_LINE' ? placed(choice).length === blanksOf(question) : true;
}

export function unanswered(sheet: Sheet): number[] {
  return sheet.paper.questions
    .filter((question) => !isAnswered(question, sheet.choices[question.position]))
    .map((question) => question.position);
}

/** The choice after one tap on an option: single choice replaces, multiple choice toggles and keeps the shown order. */
export function choose(question: PaperQuestion, choice: string[], key: string): string[] {
  switch (question.kind) {
    case 'SINGLE_CHOICE':
    case 'TRUE_FALSE':
      return [key];
    case 'MULTIPLE_CHOICE': {
      const next = new Set(choice);
      if (!next.delete(key)) {
        next.add(key);
      }
      return question.options.map((option) => option.key).filter((option) => next.has(option));
    }
    case 'POEM_LINE':
      return placeTile(choice, key, blanksOf(question));
  }
}

export function blanksOf(question: PaperQuestion): number {
  return question.blanks ?? question.options.length;
}

/** Puts a tile on the first free blank; a tile that lies already, or one too many, changes nothing. */
export function placeTile(choice: string[], key: string, blanks: number): string[] {
  const row = Array.from({ length: blanks }, (_, index) => choice[index] ?? '');
  const free = row.indexOf('');
  if (free >= 0 && !row.includes(key)) {
    row[free] = key;
  }
  return row;
}

/** Takes the tile of a blank back; the others stay where they lie. */
export function takeBack(choice: string[], blank: number): string[] {
  const row = choice.map((key, index) => (index === blank ? '' : key));
  return row.every((key) => key === '') ? [] : row;
}

export function takeLastBack(choice: string[]): string[] {
  return takeBack(
    choice,
    choice.reduce((last, key, index) => (key === '' ? last : index), -1),
  );
}

function placed(choice: string[]): string[] {
  return choice.filter((key) => key !== '');
}

/** What is sent: the choices that were made, with the receipt of an earlier try. */
export function answerSheet(sheet: Sheet): AnswerSheet {
  return {
    paperToken: sheet.paper.paperToken,
    answers: sheet.paper.questions
      .map(({ position }) => ({ position, choice: placed(sheet.choices[position] ?? []) }))
      .filter(({ choice }) => choice.length > 0),
    resourcesOpened: sheet.resourcesOpened,
    ...(sheet.receipt === undefined ? {} : { receipt: sheet.receipt }),
  };
}
