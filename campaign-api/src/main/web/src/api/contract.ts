/** The HTTP contract of the public pages, written by hand: one type a shape, one function an endpoint. */
import { request } from './http';

export interface Text {
  zh: string;
  en: string;
}

/** ISO-8601 UTC. */
export type Instant = string;

export interface TimeWindow {
  opensAt: Instant;
  closesAt: Instant;
}

export interface Province {
  code: string;
  name: string;
  shortName: string;
  englishName: string;
  pinyin: string;
  /** From the west, from 0. */
  gridColumn?: number;
  /** From the north, from 0. */
  gridRow?: number;
  /** By the census of 2020. */
  inhabitants?: number;
}

export interface Region {
  code: string;
  name: string;
  level: 'PROVINCE' | 'CITY' | 'COUNTY';
}

export interface Library {
  code: string;
  name: string;
  level: 'NATIONAL' | 'PROVINCIAL' | 'CITY' | 'COUNTY';
  region: string;
  parent?: string;
  /** How many people it serves, where somebody imported that. */
  inhabitants?: number;
  /** How many readers are registered with it, where somebody imported that. */
  readers?: number;
}

export const AGE_BANDS = [
  'UNDER_7',
  'FROM_7_TO_13',
  'FROM_14_TO_17',
  'FROM_18_TO_34',
  'FROM_35_TO_59',
  'FROM_60',
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export interface Activity {
  id: string;
  kind: 'QUIZ';
  title: Text;
  description: Text;
  rules: Text;
  window: TimeWindow;
  eligibility: { ageBands: AgeBand[]; regions: string[] };
  timeLimitSeconds: number;
  graceSeconds: number;
  attemptsPerDay: number;
  attemptsInAll?: number;
  questionCount: number;
}

export interface Campaign {
  id: string;
  title: Text;
  tagline: Text;
  description: Text;
  window: TimeWindow;
  state: 'PUBLISHED' | 'OPEN' | 'CLOSED';
  serverTime: Instant;
  activities: Activity[];
}

export type Challenge =
  { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string } | { off: true };

export interface GuardianConsent {
  display: boolean;
  judging: boolean;
  archiving: boolean;
}

export interface NewParticipant {
  campaignId: string;
  nickname: string;
  province: string;
  city?: string;
  county?: string;
  library?: string;
  ageBand: AgeBand;
  guardianConsent?: GuardianConsent;
  altcha?: string;
}

export interface Participant {
  participantId: string;
  nickname: string;
  province: string;
  city?: string;
  county?: string;
  library?: string;
  ageBand: AgeBand;
}

export type QuestionKind = 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'POEM_LINE';

export interface AnswerOption {
  key: string;
  text: string;
}

export interface PaperQuestion {
  /** From 0. */
  position: number;
  id: string;
  kind: QuestionKind;
  category: string;
  difficulty: 'EASY' | 'MEDIUM' | 'HARD';
  stem: string;
  options: AnswerOption[];
  /** How many tiles a POEM_LINE takes. */
  blanks?: number;
  resource?: { name: string; url: string; hint: string };
}

export interface Paper {
  paperToken: string;
  attemptId: string;
  number: number;
  issuedAt: Instant;
  expiresAt: Instant;
  serverTime: Instant;
  timeLimitSeconds: number;
  graceSeconds: number;
  questions: PaperQuestion[];
}

export interface AnswerSheet {
  paperToken: string;
  answers: { position: number; choice: string[] }[];
  resourcesOpened: number[];
  receipt?: string;
}

export interface SheetReceived {
  attemptId: string;
  state: 'RECEIVED';
  submittedAt: Instant;
}

export type RejectionReason = 'DAILY_LIMIT' | 'TOTAL_LIMIT';

export interface AttemptSummary {
  attemptId: string;
  number: number;
  state: 'GRADED' | 'REJECTED';
  reason?: RejectionReason;
  score?: number;
  maxScore: number;
  durationMillis?: number;
  submittedAt: Instant;
}

export interface MyAttempts {
  attemptsToday: number;
  attemptsPerDay: number;
  attemptsInAll?: number;
  nextNumber: number;
  best?: { attemptId: string; score: number; durationMillis: number };
  attempts: AttemptSummary[];
}

export interface GradedAnswer {
  position: number;
  id: string;
  kind: QuestionKind;
  category: string;
  stem: string;
  options: AnswerOption[];
  chosen: string[];
  correct: string[];
  right: boolean;
  explanation: string;
  source: string;
  resourceOpened: boolean;
}

export interface AttemptResult {
  attemptId: string;
  number: number;
  state: 'RECEIVED' | 'GRADED' | 'REJECTED';
  reason?: RejectionReason;
  score?: number;
  maxScore?: number;
  correct?: number;
  total?: number;
  durationMillis?: number;
  submittedAt?: Instant;
  answers?: GradedAnswer[];
}

export type Dimension =
  | 'WHOLE'
  | 'PROVINCE'
  | 'CITY'
  | 'COUNTY'
  | 'LIBRARY'
  | 'AGE_BAND'
  | 'DAY'
  | 'HOUR'
  | 'MINUTE'
  | 'BEST_SCORE'
  | 'BEST_SECONDS';

/** What is counted; the sheets by percent (`scores0` …) are not shown to the public. */
export type Figure = 'visits' | 'visitors' | 'quizvisitors' | 'participants' | 'attempts' | 'players' | 'points';

/** Figures that are left out together where fewer than ten people are behind them. */
export type FigureGroup = 'visitors' | 'participants' | 'players';

export interface BoardRow {
  key: string;
  /** One that is missing is 0. */
  figures: Partial<Record<Figure, number>>;
  hidden?: FigureGroup[];
}

export interface Board {
  campaignId: string;
  activityId?: string;
  dimension: Dimension;
  place?: string;
  part?: string;
  /** When the newest event in it happened. */
  asOf?: Instant;
  frozenSince?: Instant;
  rows: BoardRow[];
}

/** What an event of the live boards carries: whole boards in a snapshot, changed rows in a change. */
export interface LiveMessage {
  /** Null when a freeze was lifted. */
  frozenSince?: Instant | null;
  boards: {
    activityId?: string;
    dimension: Dimension;
    asOf?: Instant;
    rows: (BoardRow | { key: string; gone: true })[];
  }[];
}

export interface RankedReader {
  rank: number;
  /** Missing where it may not be shown. */
  name?: string | null;
  province: string;
  library?: string;
  ageBand: AgeBand;
  percent: number;
  score: number;
  maxScore: number;
  seconds: number;
  mine?: boolean;
}

export interface Ranking {
  campaignId: string;
  activityId: string;
  asOf?: Instant;
  frozenSince?: Instant;
  rows: RankedReader[];
}

/** Where a best attempt stands among all. */
export interface Rank {
  rank: number;
  of: number;
  frozenSince?: Instant;
}

const campaignApi = '/api/campaign';
const quizApi = '/api/quiz';
const id = encodeURIComponent;

export const provinces = () => request<Province[]>('GET', `${campaignApi}/regions/provinces`);
export const childRegions = (code: string) => request<Region[]>('GET', `${campaignApi}/regions/${id(code)}/children`);
export const libraries = (region: string) => request<Library[]>('GET', `${campaignApi}/libraries?region=${id(region)}`);
export const allLibraries = () => request<Library[]>('GET', `${campaignApi}/libraries`);
export const currentCampaign = () => request<Campaign>('GET', `${campaignApi}/campaigns/current`);
export const challenge = () => request<Challenge>('GET', `${campaignApi}/challenge`);

export const join = (participant: NewParticipant) =>
  request<Participant>('POST', `${campaignApi}/participants`, participant);
export const me = () => request<Participant>('GET', `${campaignApi}/participants/me`);
export const eraseMe = () => request<void>('DELETE', `${campaignApi}/participants/me`);
export const leaveDevice = () => request<void>('DELETE', `${campaignApi}/participants/session`);

const boardsOf = (campaignId: string) => `${campaignApi}/campaigns/${id(campaignId)}/boards`;

export const board = (campaignId: string, dimension: Dimension, of: { activity?: string; place?: string } = {}) =>
  request<Board>(
    'GET',
    `${boardsOf(campaignId)}/${dimension.toLowerCase().replace('_', '-')}?${new URLSearchParams(of).toString()}`,
  );
/** The address of the live boards, for an EventSource. */
export const liveBoards = (campaignId: string) => `${boardsOf(campaignId)}/live`;
const rankingOf = (campaignId: string, activityId: string) =>
  `${campaignApi}/campaigns/${id(campaignId)}/rankings/${id(activityId)}`;
export const ranking = (campaignId: string, activityId: string) =>
  request<Ranking>('GET', rankingOf(campaignId, activityId));
/** The rank that a best attempt with that score in percent and those whole seconds has. */
export const rankOf = (campaignId: string, activityId: string, percent: number, seconds: number) =>
  request<Rank>('GET', `${rankingOf(campaignId, activityId)}/rank?percent=${percent}&seconds=${seconds}`);

export const drawPaper = (activityId: string, number: number) =>
  request<Paper>('POST', `${quizApi}/activities/${id(activityId)}/papers`, { number });
export const submitSheet = (activityId: string, sheet: AnswerSheet) =>
  request<SheetReceived>('POST', `${quizApi}/activities/${id(activityId)}/answer-sheets`, sheet);
export const myAttempts = (activityId: string) =>
  request<MyAttempts>('GET', `${quizApi}/activities/${id(activityId)}/attempts`);
export const attempt = (attemptId: string) => request<AttemptResult>('GET', `${quizApi}/attempts/${id(attemptId)}`);
