import type { Text } from './contract';
import { language } from '../language/language';

/** A refusal of the server, as `application/problem+json` tells it. */
export class Problem extends Error {
  readonly status: number;
  /** The last part of the problem's type, such as `paper-token-expired`; empty when the answer was no problem document. */
  readonly kind: string;
  readonly messages: Text | undefined;
  readonly rule: string | undefined;
  readonly fields: FieldError[];
  /** The cells that keep a table from being imported. */
  readonly rows: CellError[];
  readonly retryAfterSeconds: number | undefined;
  /** Proof of the first try of an answer sheet. */
  readonly receipt: string | undefined;
  readonly traceId: string | undefined;

  constructor(status: number, body: ProblemBody, retryAfter: string | null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.kind = (body.type ?? '').split('/').pop() ?? '';
    this.messages = body.messages;
    this.rule = body.rule;
    this.fields = body.errors ?? [];
    this.rows = body.rows ?? [];
    this.retryAfterSeconds = body.retryAfterSeconds ?? (Number(retryAfter) || undefined);
    this.receipt = body.receipt;
    this.traceId = body.traceId;
  }
}

/** Not there at all, or not for whoever sits in front of this device. */
export function isNotHere(error: unknown): boolean {
  return error instanceof Problem && [401, 404].includes(error.status);
}

/** No answer came: the network is gone, or the answer took too long. */
export class NetworkFailure extends Error {}

export interface FieldError {
  field: string;
  code: string;
  messages: Text;
}

/** What is wrong with a cell. Rows count as the spreadsheet does, with the header as row 1; row 0 is the whole file. */
export interface CellError {
  row: number;
  column: string;
  code: string;
  messages: Text;
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  traceId?: string;
  messages?: Text;
  rule?: string;
  errors?: FieldError[];
  rows?: CellError[];
  retryAfterSeconds?: number;
  receipt?: string;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const TIMEOUT_MILLIS = 20_000;
const CSRF_COOKIE = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/;

export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return jsonOf<T>(await answer(method, path, { body }), undefined as T);
}

/** What a request carries besides its address; a form goes as multipart, everything else as JSON. */
export interface Cargo {
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMillis?: number;
}

/** The answer itself, for one that is no JSON; a refusal is thrown. */
export async function answer(method: Method, path: string, cargo: Cargo): Promise<Response> {
  const { body, timeoutMillis = TIMEOUT_MILLIS } = cargo;
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language.value === 'zh' ? 'zh-CN' : 'en',
    ...cargo.headers,
  };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = await csrfToken();
  }
  const form = body instanceof FormData;
  if (body !== undefined && !form) {
    headers['Content-Type'] = 'application/json';
  }
  const content = form ? body : body === undefined ? null : JSON.stringify(body);
  const response = await send(path, { method, headers, body: content }, timeoutMillis);
  if (!response.ok) {
    throw new Problem(response.status, await jsonOf<ProblemBody>(response, {}), response.headers.get('Retry-After'));
  }
  return response;
}

/** The cookie may have gone with a closed browser while a quiz went on offline: any GET of campaign-api brings a new one. */
async function csrfToken(): Promise<string> {
  if (!CSRF_COOKIE.test(document.cookie)) {
    await send('/api/campaign/participants/me', {}, TIMEOUT_MILLIS);
  }
  return decodeURIComponent(CSRF_COOKIE.exec(document.cookie)?.[1] ?? '');
}

async function send(path: string, init: RequestInit, timeoutMillis: number): Promise<Response> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMillis);
  try {
    return await fetch(path, { ...init, credentials: 'same-origin', signal: timeout.signal });
  } catch (cause) {
    throw new NetworkFailure(String(cause));
  } finally {
    clearTimeout(timer);
  }
}

export async function jsonOf<T>(response: Response, otherwise: T): Promise<T> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new NetworkFailure(String(cause));
  }
  if (text === '' || !/json/.test(response.headers.get('Content-Type') ?? '')) {
    return otherwise;
  }
  return JSON.parse(text) as T;
}
