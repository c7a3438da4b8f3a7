/** The HTTP contract of the console, written by hand: one type a shape, one function an endpoint. */
import type {
  AgeBand, Board as PublicBoard, BoardRow, Campaign, Dimension, Instant, Library, PaperQuestion, Province, QuestionKind, RankedReader,
  Ranking, Region, Text, TimeWindow,
} from '../api/contract';
import { answer, jsonOf, Problem, type Cargo, type Method } from '../api/http';
import { passwordIsDue, signedInAgain } from './session/renewal';

export type {
  AgeBand, Campaign, Dimension, Instant, Library, PaperQuestion, Province, QuestionKind, RankedReader, Ranking, Region, Text,
};

export type Role = 'ORGANISER' | 'LIAISON';

export interface StaffSession {
  username: string;
  displayName: string;
  role: Role;
  /** The root of the subtree that they answer for; none for all. */
  library?: string | null;
  mustChangePassword: boolean;
}

export interface Account extends StaffSession {
  disabled: boolean;
  locked: boolean;
}

export interface NewAccount {
  username: string;
  displayName: string;
  role: Role;
  library?: string | undefined;
}

export type CampaignState = 'DRAFT' | 'PUBLISHED' | 'OPEN' | 'CLOSED' | 'ARCHIVED';

/** Texts and windows of a draft, of which anything may be missing. */
export interface DraftText {
  zh?: string | null;
  en?: string | null;
}

export interface DraftWindow {
  opensAt?: Instant | null;
  closesAt?: Instant | null;
}

export const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export interface DraftPart {
  category?: string | null;
  difficulty?: Difficulty | null;
  count?: number | null;
}

export interface DraftActivity {
  id?: string | null;
  kind?: string | null;
  title?: DraftText | null;
  description?: DraftText | null;
  rules?: DraftText | null;
  window?: DraftWindow | null;
  eligibility?: { ageBands?: AgeBand[] | null; regions?: string[] | null } | null;
  bankId?: string | null;
  blueprint?: DraftPart[] | null;
  timeLimitSeconds?: number | null;
  graceSeconds?: number | null;
  attemptsPerDay?: number | null;
  attemptsInAll?: number | null;
}

export interface DraftDefinition {
  id?: string | null;
  title?: DraftText | null;
  tagline?: DraftText | null;
  description?: DraftText | null;
  window?: DraftWindow | null;
  activities?: DraftActivity[] | null;
}

export interface Draft extends DraftDefinition {
  id: string;
  state: CampaignState;
  revision: number;
  publishedRevision?: number | null;
}

export interface DraftSummary {
  id: string;
  title?: DraftText | null;
  state: CampaignState;
  revision: number;
  publishedRevision?: number | null;
  window?: DraftWindow | null;
}

export interface FieldProblem {
  field: string;
  code: string;
  messages: Text;
}

export interface BankSummary {
  id: string;
  title: string;
  version: number;
  questionCount: number;
}

export interface BankQuestion {
  id: string;
  kind: QuestionKind;
  category: string;
  difficulty: Difficulty;
  stem: string;
  options: string[];
  /** The characters that mislead, of a POEM_LINE. */
  tiles?: string | null;
  /** As in the file: `B`, `ACD`, `对`, or the missing line. */
  answer: string;
  explanation: string;
  source: string;
  resource?: { name: string; url: string; hint: string } | null;
}

export interface Bank {
  id: string;
  title: string;
  version: number;
  revision: number;
  questions: BankQuestion[];
}

export interface BankVersion {
  version: number;
  title: string;
  questionCount: number;
  publishedAt: Instant;
}

export interface BankImported {
  bankId: string;
  version: number;
  added: number;
  changed: number;
  removed: number;
  questionCount: number;
  touchedAttempts: number;
  regrade?: { id: string } | null;
}

export interface QuestionChanged {
  version: number;
  touchedAttempts: number;
  wordingChanged: boolean;
  keyChanged: boolean;
  regrade?: { id: string } | null;
}

export interface Regrade {
  state: 'RUNNING' | 'DONE';
  touched: number;
  done: number;
}

export interface BlueprintPart {
  category: string;
  difficulty: Difficulty;
  count: number;
}

export interface PaperPreview {
  seed: string;
  questions: PaperQuestion[];
  shortfalls: { category: string; difficulty: Difficulty; wanted: number; available: number }[];
}

export interface LibrariesImported {
  imported: number;
  updated: number;
}

export interface AuditEntry {
  id: string;
  at: Instant;
  actor: string;
  action: string;
  target: string;
  detail: string;
}

export const SERVICES = ['campaign', 'quiz'] as const;
export type Service = (typeof SERVICES)[number];

export interface DeadLetters {
  topic: string;
  group: string;
  waiting: number;
}

export interface Replayed {
  replayed: number;
  failedAgain: number;
}

export type TableFormat = 'xlsx' | 'csv';

export interface CampaignSummary {
  id: string;
  title: Text;
  state: 'PUBLISHED' | 'OPEN' | 'CLOSED';
  window: TimeWindow;
}

/** Counts by name; what is missing is 0. */
export type Figures = Readonly<Record<string, number>>;
/** Records of the log that a row was made of. */
export interface Coverage {
  topic: string;
  partition: number;
  first: number;
  last: number;
  events: number;
}

export interface FigureRow extends Pick<BoardRow, 'key' | 'hidden'> {
  figures: Figures;
  covers?: Coverage[];
}

export interface Board extends Omit<PublicBoard, 'rows'> {
  rows: FigureRow[];
}

/** Which board of a campaign. */
export interface BoardAddress {
  dimension: Dimension;
  activity?: string | undefined;
  place?: string | undefined;
  part?: string | undefined;
}

export interface Freeze {
  from?: Instant | null;
  state: 'NONE' | 'PLANNED' | 'FROZEN';
}

export interface Streams {
  at: Instant;
  /** A rate is known from the second look on. */
  topics: { topic: string; records: number; perSecond?: number | null }[];
  groups: { group: string; lag: number }[];
  errors: { deadLetters: number; serverErrorsPerMinute?: number | null };
}

const campaign = '/api/campaign';
const quiz = '/api/quiz';
const path = encodeURIComponent;
const UPLOAD_MILLIS = 120_000;

/** Sends it; where the session has ended, asks the person to sign in again first and sends it once more. */
async function answered(method: Method, address: string, cargo: Cargo): Promise<Response> {
  try {
    return await answer(method, address, cargo);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-signed-in') {
      await signedInAgain();
      return answer(method, address, cargo);
    }
    if (error instanceof Problem && error.kind === 'password-change-required') {
      passwordIsDue();
    }
    throw error;
  }
}

async function call<T>(method: Method, address: string, cargo: Cargo = {}): Promise<T> {
  return jsonOf<T>(await answered(method, address, cargo), undefined as T);
}

function upload<T>(address: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  return call<T>('POST', address, { body, timeoutMillis: UPLOAD_MILLIS });
}

export interface DownloadedFile {
  name: string;
  content: Blob;
}

async function download(address: string, name: string): Promise<DownloadedFile> {
  const response = await answered('GET', address, { headers: { Accept: '*/*' }, timeoutMillis: UPLOAD_MILLIS });
  const given = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { name: given ?? name, content: await response.blob() };
}

// Signing in and out: without the detour over the sign-in dialog.
export const signIn = async (username: string, password: string): Promise<StaffSession> =>
  jsonOf(await answer('POST', `${campaign}/staff/session`, { body: { username, password } }), {} as StaffSession);
export const currentSession = async (): Promise<StaffSession> =>
  jsonOf(await answer('GET', `${campaign}/staff/session`, {}), {} as StaffSession);
export const signOut = () => answer('DELETE', `${campaign}/staff/session`, {});
export const signOutEverywhere = () => call<void>('DELETE', `${campaign}/staff/sessions`);
export const changePassword = (currentPassword: string, newPassword: string) =>
  call<void>('PUT', `${campaign}/staff/password`, { body: { currentPassword, newPassword } });

export const accounts = () => call<Account[]>('GET', `${campaign}/accounts`);
export const createAccount = (body: NewAccount) =>
  call<{ account: Account; initialPassword: string }>('POST', `${campaign}/accounts`, { body });
export const changeAccount = (
  username: string,
  body: { displayName?: string; disabled?: boolean; unlock?: true },
) => call<Account>('PATCH', `${campaign}/accounts/${path(username)}`, { body });
export const resetPassword = (username: string) =>
  call<{ initialPassword: string }>('POST', `${campaign}/accounts/${path(username)}/password-reset`);

const draftAt = (id: string) => `${campaign}/drafts/${path(id)}`;
export const drafts = () => call<DraftSummary[]>('GET', `${campaign}/drafts`);
export const draft = (id: string) => call<Draft>('GET', draftAt(id));
export const createDraft = (body: DraftDefinition) => call<Draft>('POST', `${campaign}/drafts`, { body });
export const saveDraft = (id: string, revision: number, body: DraftDefinition) =>
  call<Draft>('PUT', draftAt(id), { body, headers: { 'If-Match': `"${revision}"` } });
export const validateDraft = async (id: string) =>
  (await call<{ problems: FieldProblem[] }>('POST', `${draftAt(id)}/validation`)).problems;
export const publishDraft = (id: string) => call<Draft>('POST', `${draftAt(id)}/publication`);
export const cloneDraft = (id: string, body: { id?: string | undefined; opensAt?: Instant | undefined }) =>
  call<Draft>('POST', `${draftAt(id)}/clones`, { body });
export const archiveDraft = (id: string) => call<Draft>('POST', `${draftAt(id)}/archival`);

export const provinces = () => call<Province[]>('GET', `${campaign}/regions/provinces`);
export const childRegions = (code: string) => call<Region[]>('GET', `${campaign}/regions/${path(code)}/children`);

/** Browsers keep the list for a minute; after an import that is a minute too long. */
export const libraries = () =>
  call<Library[]>('GET', `${campaign}/libraries`, { headers: { 'Cache-Control': 'no-cache' } });
export const importLibraries = (file: File, dryRun: boolean) =>
  upload<LibrariesImported>(`${campaign}/libraries/import?dryRun=${dryRun}`, file);
export const exportLibraries = (format: TableFormat) =>
  download(`${campaign}/libraries/export?format=${format}`, `libraries.${format}`);

const bankAt = (id: string) => `${quiz}/banks/${path(id)}`;
export const banks = () => call<BankSummary[]>('GET', `${quiz}/banks`);
export const bank = (id: string) => call<Bank>('GET', bankAt(id));
export const bankVersions = (id: string) => call<BankVersion[]>('GET', `${bankAt(id)}/versions`);
export const importBank = (
  id: string,
  file: File,
  { title, replace, dryRun }: { title: string | undefined; replace: boolean; dryRun: boolean },
) => {
  const query = new URLSearchParams({ dryRun: String(dryRun), replace: String(replace), ...(title ? { title } : {}) });
  return upload<BankImported>(`${bankAt(id)}/import?${query}`, file);
};
export const exportBank = (id: string, format: TableFormat) =>
  download(`${bankAt(id)}/export?format=${format}`, `${id}.${format}`);
export const bankTemplate = (format: TableFormat) =>
  download(`${quiz}/banks/template?format=${format}`, `questions.${format}`);
export const changeQuestion = (bankId: string, revision: number, body: BankQuestion, dryRun: boolean) =>
  call<QuestionChanged>('PUT', `${bankAt(bankId)}/questions/${path(body.id)}?dryRun=${dryRun}`, {
    body,
    headers: { 'If-Match': `"${revision}"` },
  });
export const regrade = (bankId: string, regradeId: string) =>
  call<Regrade>('GET', `${bankAt(bankId)}/regrades/${path(regradeId)}`);
export const previewPaper = (bankId: string, blueprint: BlueprintPart[], seed?: string) =>
  call<PaperPreview>('POST', `${bankAt(bankId)}/paper-previews`, { body: { blueprint, ...(seed ? { seed } : {}) } });

export const auditEntries = (service: Service, before: string | undefined, limit: number) => {
  const query = new URLSearchParams({ limit: String(limit), ...(before ? { before } : {}) });
  return call<AuditEntry[]>('GET', `/api/${service}/audit-entries?${query}`);
};
export const deadLetters = (service: Service) => call<DeadLetters[]>('GET', `/api/${service}/dead-letters`);
export const replayDeadLetters = (service: Service, topic: string) =>
  call<Replayed>('POST', `/api/${service}/dead-letters/replays`, { body: { topic }, timeoutMillis: UPLOAD_MILLIS });

/** Campaigns that the public sees, the newest first. */
export const publicCampaigns = () => call<CampaignSummary[]>('GET', `${campaign}/campaigns`);

const campaignAt = (id: string) => `${campaign}/campaigns/${path(id)}`;
export const board = (id: string, { dimension, activity, place, part }: BoardAddress) => {
  const query = new URLSearchParams({ ...(activity && { activity }), ...(place && { place }), ...(part && { part }) });
  return call<Board>('GET', `${campaignAt(id)}/figures/${dimension.toLowerCase().replace('_', '-')}?${query}`);
};
/** Server-sent: a snapshot of the boards, then what changes. */
export const liveBoardsAt = (id: string) => `${campaignAt(id)}/figures/live`;
export const liveRanking = (id: string, activity: string) =>
  call<Ranking>('GET', `${campaignAt(id)}/rankings/${path(activity)}/live`);
export const exportFigures = (id: string, format: TableFormat) =>
  download(`${campaignAt(id)}/figures/export?format=${format}`, `${id}.${format}`);
export const freeze = (id: string) => call<Freeze>('GET', `${campaignAt(id)}/freeze`);
/** @param from none for now */
export const freezeFrom = (id: string, from: Instant | null) =>
  call<Freeze>('PUT', `${campaignAt(id)}/freeze`, { body: { from } });
export const liftFreeze = (id: string) => call<void>('DELETE', `${campaignAt(id)}/freeze`);
export const streams = () => call<Streams>('GET', `${campaign}/streams`);
