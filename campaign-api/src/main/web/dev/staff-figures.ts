/** The console's figures in memory: a campaign that is on, one of a year ago, and one that is yet to open. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import type { Dimension, RankedReader } from '../src/api/contract';
import type { Board, Coverage, Draft, FigureRow, Freeze, StaffSession, Streams } from '../src/console/api';
import { AGE_BANDS, campaign, children, libraries, provinces } from './sample-data.ts';

type Counts = Record<string, number>;
type Reply = (status: number, value?: unknown) => void;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const startedAt = Date.now();
const china = (at: number) => new Date(at + 8 * HOUR).toISOString();

const STAFF: Record<string, StaffSession> = {
  admin: { username: 'admin', displayName: '周组织', role: 'ORGANISER', mustChangePassword: false },
  liaison: { username: 'liaison', displayName: '李联络', role: 'LIAISON', library: 'hzlib', mustChangePassword: false },
  library: { username: 'library', displayName: '王馆员', role: 'ORGANISER', library: 'zjlib', mustChangePassword: false },
};

/** What the mock pretends, to be changed by `GET /api/campaign/pretended?lag=3000&deadLetters=2&refuse=1`. */
const pretended = { lag: 0, deadLetters: 0, serverErrors: 0, refuse: 0 };
const freezes = new Map<string, string>();

/** About as random as needed, and the same at each start. */
function chance(seed: number): number {
  const x = Math.sin(seed * 12.9898 + 78.233) * 43_758.5453;
  return x - Math.floor(x);
}

class World {
  readonly boards = new Map<string, Map<string, Counts>>();
  readonly changed = new Map<string, Set<string>>();
  readonly activities: string[];
  private events = 0;

  constructor(
    readonly draft: Draft,
    private readonly size: number,
    until: number,
  ) {
    this.activities = (draft.activities ?? []).map(({ id }) => id ?? '');
    const opens = Date.parse(draft.window?.opensAt ?? '');
    for (let hour = Math.floor(opens / HOUR) - 30; hour * HOUR < until; hour++) {
      this.hour(hour * HOUR, Math.min(1, (until - hour * HOUR) / HOUR), opens);
    }
    this.changed.clear();
  }

  private hour(at: number, part: number, opens: number) {
    const hour = Number(china(at).slice(11, 13));
    const day = (at - opens) / DAY;
    const shape = [1, 0, 0, 0, 0, 1, 2, 4, 7, 10, 12, 10, 9, 8, 9, 11, 11, 10, 12, 17, 24, 22, 12, 5][hour]!;
    const weight = (day < 0 ? 0.02 : 0.45 + 0.75 * Math.exp(-((day - 5) ** 2) / 18)) * shape * this.size * part;
    const joins = Math.round(weight * (0.8 + 0.4 * chance(at / HOUR)));
    const minutes = Math.max(1, Math.floor(part * 60));
    const groups = Math.min(joins, 14);
    for (let group = 0; group < groups; group++) {
      const of = Math.floor((joins * (group + 1)) / groups) - Math.floor((joins * group) / groups);
      this.people(at + Math.floor((minutes * group) / groups) * 60_000, of, at / HOUR + group * 977);
    }
  }

  /** So many people look in; most of them join and answer. */
  people(at: number, joined: number, seed: number) {
    const visitors = Math.round(joined * (1.7 + chance(seed)));
    const visits = Math.round(visitors * (1.6 + chance(seed + 1)));
    const quizvisitors = Math.round(joined * 0.93);
    const players = Math.round(joined * (0.7 + 0.15 * chance(seed + 2)));
    const attempts = Math.round(players * 1.4);
    const province = pickProvince(chance(seed + 3));
    const library = chance(seed + 4) < 0.8 ? pickLibrary(province, chance(seed + 5)) : undefined;
    const city = children[province]?.[Math.floor(chance(seed + 6) * 3)]?.code;
    const county = city && children[city]?.[Math.floor(chance(seed + 7) * 2)]?.code;
    const band = AGE_BANDS[[1, 1, 1, 0, 2, 2, 3, 3, 4, 4, 5][Math.floor(chance(seed + 8) * 11)]!]!;
    const time = china(at);
    const activity = this.activities[chance(seed + 9) < 0.75 ? 0 : 1] ?? '';
    const played: Counts = { attempts, players };
    for (let one = 0; one < attempts; one++) {
      const percent = Math.min(100, Math.round((1 - chance(seed * 31 + one) ** 1.8) * 12.4) * 10);
      played.points = (played.points ?? 0) + percent;
      played[`scores${percent}`] = (played[`scores${percent}`] ?? 0) + 1;
    }
    this.events += visits + joined + attempts;
    for (const [own, figures] of [['', { visits, visitors, quizvisitors, participants: joined, ...played }], [activity, played]] as [string, Counts][]) {
      this.add(own, 'WHOLE', '', 'all', figures);
      this.add(own, 'PROVINCE', '', province, figures);
      this.add(own, 'AGE_BAND', '', band, figures);
      this.add(own, 'DAY', '', time.slice(0, 10), figures);
      this.add(own, 'HOUR', '', time.slice(0, 13), figures);
      this.add(own, 'MINUTE', time.slice(0, 13), time.slice(0, 16), figures);
      if (city) this.add(own, 'CITY', province, city, figures);
      if (city && county) this.add(own, 'COUNTY', city, county, figures);
      if (library) {
        this.add(own, 'LIBRARY', '', library, figures);
        this.add(own, 'DAY', library, time.slice(0, 10), figures);
      }
    }
  }

  private add(activity: string, dimension: Dimension, within: string, key: string, figures: Counts) {
    const name = [dimension, activity, within].join('|');
    const board = this.boards.get(name) ?? new Map<string, Counts>();
    const row = board.get(key) ?? {};
    for (const [figure, count] of Object.entries(figures)) {
      row[figure] = (row[figure] ?? 0) + count;
    }
    board.set(key, row);
    this.boards.set(name, board);
    this.changed.set(name, (this.changed.get(name) ?? new Set()).add(key));
  }

  rows(dimension: Dimension, activity = '', within = ''): FigureRow[] {
    return [...(this.boards.get([dimension, activity, within].join('|')) ?? [])].map(([key, figures]) => ({ key, figures }));
  }

  message(names: Iterable<string>, keysOf: (name: string) => Set<string> | undefined) {
    const boards = [...names].flatMap((name) => {
      const [dimension, activity, within] = name.split('|') as [Dimension, string, string];
      const keys = keysOf(name);
      return within || ['MINUTE', 'CITY', 'COUNTY'].includes(dimension)
        ? []
        : [{ dimension, ...(activity ? { activityId: activity } : {}), asOf: new Date().toISOString(), rows: this.rows(dimension, activity).filter(({ key }) => !keys || keys.has(key)) }];
    });
    return { ...frozenSince(this.draft.id), boards };
  }

  records(): number {
    return this.events;
  }
}

const inhabited = provinces.filter(({ code }) => !['660000', '710000', '810000', '820000'].includes(code));
const sum = inhabited.reduce((all, { inhabitants }) => all + Math.sqrt(inhabitants ?? 1), 0);

function pickProvince(at: number): string {
  let left = at * sum;
  for (const { code, inhabitants } of inhabited) {
    left -= Math.sqrt(inhabitants ?? 1);
    if (left < 0) return code;
  }
  return '330000';
}

function pickLibrary(province: string, at: number): string | undefined {
  const own = libraries.filter(({ region, code }) => region.slice(0, 2) === province.slice(0, 2) && !['nlc', 'calib'].includes(code));
  return own[Math.floor(at * own.length)]?.code;
}

function draftOf(id: string, zh: string, en: string, state: Draft['state'], opensAt: number, days: number): Draft {
  const activities = campaign(startedAt).activities.slice(0, 2).map(({ id: activity, title, kind }) => ({ id: `${activity}${id === 'spring-2026' ? '' : `-${id}`}`, title, kind }));
  const window = { opensAt: new Date(opensAt).toISOString(), closesAt: new Date(opensAt + days * DAY).toISOString() };
  return { id, title: { zh, en }, state, revision: 3, publishedRevision: state === 'DRAFT' ? null : 3, window, activities };
}

const today = Date.parse(`${china(startedAt).slice(0, 10)}T00:00:00+08:00`);
const drafts = [
  draftOf('spring-2026', '网络书香过大年', 'A New Year among Books', 'OPEN', today - 6 * DAY, 18),
  draftOf('yuanxiao-2026', '元宵灯谜大会', 'Lantern Riddles', 'PUBLISHED', today + 12 * DAY, 3),
  draftOf('spring-2025', '2025 网络书香过大年', 'A New Year among Books 2025', 'CLOSED', today - 360 * DAY, 16),
  draftOf('spring-2027', '2027 网络书香过大年', '', 'DRAFT', today + 370 * DAY, 18),
];

let worlds: Map<string, World> | undefined;

/** Made when somebody asks for it: the public pages need none of it. */
function world(id: string): World | undefined {
  if (!worlds) {
    worlds = new Map(
      drafts.map((draft) => [
        draft.id,
        new World(draft, { 'spring-2026': 60, 'spring-2025': 41 }[draft.id] ?? 0, Math.min(startedAt, Date.parse(draft.window!.closesAt!))),
      ]),
    );
    let seed = 1;
    setInterval(() => {
      worlds!.get('spring-2026')!.people(Date.now(), 1 + Math.floor(chance(seed) * 4), ++seed * 13.7);
      tell();
    }, 1_000).unref();
  }
  return worlds.get(id);
}

const listeners = new Set<{ id: string; response: ServerResponse }>();

function tell() {
  for (const own of worlds!.values()) {
    const changed = new Map(own.changed);
    own.changed.clear();
    const message = JSON.stringify(own.message(changed.keys(), (name) => changed.get(name)));
    for (const { id, response } of listeners) {
      if (id === own.draft.id && changed.size > 0) response.write(`event: change\ndata: ${message}\n\n`);
    }
  }
}

function frozenSince(id: string): { frozenSince?: string } {
  const from = freezes.get(id);
  return from && Date.parse(from) <= Date.now() ? { frozenSince: from } : {};
}

function freezeOf(id: string): Freeze {
  const from = freezes.get(id);
  return from ? { from, state: Date.parse(from) <= Date.now() ? 'FROZEN' : 'PLANNED' } : { from: null, state: 'NONE' };
}

function coversOf(figures: Counts, dimension: Dimension): Coverage[] {
  const parts = ([['campaign.visits.v1', figures.visits], ['campaign.participations.v1', figures.participants], ['quiz.attempts.v1', figures.attempts]] as const)
    .flatMap(([topic, events]) => (events ? [{ topic, events }] : []));
  return parts.flatMap(({ topic, events }) =>
    (dimension === 'WHOLE' ? [0, 1, 2, 3] : [0, 2]).map((partition, _, all) => {
      const own = Math.max(1, Math.round(events / all.length));
      return { topic, partition, first: 17 + partition * 3, last: 17 + partition * 3 + own * (dimension === 'WHOLE' ? 1 : 9), events: own };
    }),
  );
}

const GROUPS = { visitors: ['visits', 'visitors', 'quizvisitors'], participants: ['participants'], players: ['attempts', 'players', 'points'] } as const;

/** As the public sees it: what is about fewer than ten people is left out. */
function shielded({ key, figures }: FigureRow): FigureRow {
  const hidden = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).filter((group) => (figures[group] ?? 0) > 0 && figures[group]! < 10);
  const kept = Object.entries(figures).filter(([name]) => !hidden.some((group) => (GROUPS[group] as readonly string[]).includes(name) || (group === 'players' && name.startsWith('scores'))));
  return { key, figures: Object.fromEntries(kept), ...(hidden.length > 0 ? { hidden } : {}) };
}

function within(code: string, root: string): boolean {
  const parent = libraries.find((library) => library.code === code)?.parent;
  return code === root || (parent !== undefined && within(parent, root));
}

function streams(): Streams {
  const records = world('spring-2026')!.records();
  const rate = (weight: number) => Math.round((weight + 6 * chance(Date.now() / 5_000 + weight)) * 10) / 10;
  pretended.lag = Math.max(0, Math.round(pretended.lag * 0.9));
  return {
    at: new Date().toISOString(),
    topics: [
      { topic: 'campaign.visits.v1', records: Math.round(records * 0.64), perSecond: rate(11) },
      { topic: 'campaign.participations.v1', records: Math.round(records * 0.15), perSecond: rate(3) },
      { topic: 'quiz.answer-sheets.v1', records: Math.round(records * 0.21), perSecond: rate(4) },
      { topic: 'quiz.attempts.v1', records: Math.round(records * 0.21), perSecond: rate(4) },
    ],
    groups: [
      { group: 'campaign-api.participants', lag: 0 },
      { group: 'campaign-api.boards', lag: 0 },
      { group: 'campaign-api.public-boards', lag: 0 },
      { group: 'quiz-service.grading', lag: Math.round(pretended.lag * 0.3) },
      { group: 'stats-aggregator', lag: Math.round(pretended.lag * 0.7) },
    ],
    errors: { deadLetters: pretended.deadLetters, serverErrorsPerMinute: pretended.serverErrors },
  };
}

function ranking(activity: string): RankedReader[] {
  const names = ['小书虫', '读书郎', '墨香', '竹影', '春联爷爷', null, '灯谜王', '一页', '书山有路', null];
  return Array.from({ length: 100 }, (_, index) => {
    const province = pickProvince(chance(index + activity.length));
    const library = pickLibrary(province, chance(index));
    return {
      rank: index + 1,
      name: names[index % names.length] ?? null,
      province,
      ...(library ? { library } : {}),
      ageBand: AGE_BANDS[index % 6]!,
      percent: index < 60 ? 100 : 95,
      score: index < 60 ? 100 : 95,
      maxScore: 100,
      seconds: 62 + index * 3,
    };
  });
}

/** Answers what the console asks about staff and figures, and leaves the rest to others. */
export const staffFigures: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!/^\/api\/campaign\/(pretended|staff\/session|campaigns|drafts|streams)/.test(url.pathname)) {
    next();
    return;
  }
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=')));
  const reply: Reply = (status, value) => {
    response.statusCode = status;
    response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
    response.end(value === undefined ? undefined : JSON.stringify(value));
  };
  const go = (text: string) => answerStaff(request, response, url, text, cookies, reply) || next();
  if (request.method === 'GET') {
    go('');
    return;
  }
  let text = '';
  request.on('data', (chunk) => (text += String(chunk)));
  request.on('end', () => go(text));
};

/** Whether it was about the console's figures, and was answered. */
function answerStaff(request: IncomingMessage, response: ServerResponse, url: URL, text: string, cookies: Record<string, string>, reply: Reply): boolean {
  const key = `${request.method} ${url.pathname.replace('/api/campaign/', '')}`;
  const staff = STAFF[cookies.sx_staff ?? ''];
  const refused = (status: number, kind: string, zh: string, en: string) => {
    reply(status, { type: `/problems/${kind}`, title: zh, status, messages: { zh, en }, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
    return true;
  };
  const answer = (value?: unknown) => {
    reply(value === undefined ? 204 : 200, value);
    return true;
  };
  if (key === 'GET pretended') {
    for (const name of Object.keys(pretended) as (keyof typeof pretended)[]) {
      pretended[name] = Number(url.searchParams.get(name) ?? pretended[name]);
    }
    return answer(pretended);
  }
  if (key === 'POST staff/session') {
    const { username } = JSON.parse(text) as { username: string };
    if (!STAFF[username]) return refused(401, 'wrong-credentials', '用户名或密码不正确。', 'Wrong user name or password.');
    response.appendHeader('Set-Cookie', `sx_staff=${username}; Path=/; HttpOnly; SameSite=Lax`);
    return answer({ ...STAFF[username], token: 'mock' });
  }
  if (key === 'DELETE staff/session') {
    response.appendHeader('Set-Cookie', 'sx_staff=; Path=/; Max-Age=0');
    return answer();
  }
  if (key === 'GET staff/session') {
    return staff ? answer(staff) : refused(401, 'not-signed-in', '请先登录。', 'Sign in first.');
  }
  const found = /^(GET|PUT|DELETE) (campaigns|drafts|streams)(?:\/([^/]+)(?:\/(figures|freeze|rankings)(?:\/(.+))?)?)?$/.exec(key);
  if (!found || !staff || found[3] === 'current') {
    return false;
  }
  const [, method, what, id, of, rest] = found;
  const isNational = !staff.library;
  if (pretended.refuse && (of || what === 'streams')) {
    return refused(503, 'unavailable', '服务暂时繁忙，请稍后再试。', 'Busy. Try again later.');
  }
  if (what === 'streams') {
    return isNational ? answer(streams()) : refused(403, 'forbidden', '没有权限。', 'Not allowed.');
  }
  if (!id) {
    return answer(what === 'drafts' ? drafts : drafts.filter(({ state }) => state !== 'DRAFT').map(({ id: one, title, state, window }) => ({ id: one, title, state, window })));
  }
  const own = world(id);
  if (!own) {
    return refused(404, 'not-found', '没有这个活动。', 'No such campaign.');
  }
  if (!of) {
    return answer(own.draft);
  }
  if (of === 'freeze') {
    if (method === 'PUT') freezes.set(id, (JSON.parse(text) as { from: string | null }).from ?? new Date().toISOString());
    if (method === 'DELETE') freezes.delete(id);
    return answer(freezeOf(id));
  }
  if (of === 'rankings') {
    const activity = rest?.replace('/live', '') ?? '';
    return answer({ campaignId: id, activityId: activity, rows: id === 'spring-2026' ? ranking(activity) : [] });
  }
  if (rest === 'live') {
    return listen(own, request, response);
  }
  if (rest?.startsWith('export')) {
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="${id}.csv"`);
    response.end('数据表,行,指标,数值\n');
    return true;
  }
  return answer(boardFor(own, staff, (rest ?? '').toUpperCase().replace('-', '_') as Dimension, url.searchParams));
}

function boardFor(own: World, staff: StaffSession, dimension: Dimension, query: URLSearchParams): Board {
  const place = query.get('place') ?? '';
  const rows = own.rows(dimension, query.get('activity') ?? '', query.get('part') ?? place);
  const common = { campaignId: own.draft.id, dimension, ...(rows.length > 0 ? { asOf: new Date().toISOString() } : {}), ...frozenSince(own.draft.id) };
  if (!staff.library) {
    return { ...common, rows: rows.map((row) => ({ ...row, covers: coversOf(row.figures, dimension) })) };
  }
  const shown = dimension === 'LIBRARY' ? rows.filter(({ key }) => within(key, staff.library!)) : rows;
  const few: FigureRow = { key: 'calib', figures: { visits: 6, visitors: 4, participants: 3, attempts: 2, players: 2, points: 150 } };
  return { ...common, rows: [...shown, ...(dimension === 'LIBRARY' ? [few] : [])].map(shielded) };
}

function listen(own: World, request: IncomingMessage, response: ServerResponse): boolean {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.write(`event: snapshot\nid: 1\ndata: ${JSON.stringify(own.message(own.boards.keys(), () => undefined))}\n\n`);
  const listener = { id: own.draft.id, response };
  const heartbeat = setInterval(() => response.write(':\n\n'), 15_000);
  listeners.add(listener);
  request.on('close', () => {
    clearInterval(heartbeat);
    listeners.delete(listener);
  });
  return true;
}
