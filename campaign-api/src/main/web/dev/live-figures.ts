/** Live figures in memory: a campaign of some days, in which something happens each second. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  AgeBand,
  BoardRow,
  Dimension,
  Figure,
  FigureGroup,
  LiveMessage,
  Participant,
  RankedReader,
} from '../src/api/contract';
import { AGE_BANDS, campaign, children, libraries, provinces } from './sample-data.ts';

type Figures = Record<string, number>;
type Cells = Map<string, Map<string, Figures>>;

const CHINA_MILLIS = 8 * 3_600_000;
const DAY_MILLIS = 86_400_000;
const FEW = 10;
const LIVE: Dimension[] = ['WHOLE', 'PROVINCE', 'LIBRARY', 'AGE_BAND', 'DAY', 'HOUR'];
/** How a day goes from midnight on. */
const RHYTHM = [3, 2, 1, 1, 1, 2, 4, 8, 12, 16, 18, 19, 17, 15, 16, 17, 17, 18, 22, 30, 38, 36, 24, 10];
const GROUPS: Record<FigureGroup, Figure[]> = {
  visitors: ['visits', 'visitors', 'quizvisitors'],
  participants: ['participants'],
  players: ['attempts', 'players', 'points'],
};

const cells: Cells = new Map();
const standings = new Map<string, (Omit<RankedReader, 'rank' | 'mine'> & { who: string })[]>();
const listeners = new Set<ServerResponse>();
const touched = new Set<string>();
let seed = 20260217;
let eventId = 1;
let newest = Date.now();
let frozen: { since: string; cells: Cells } | undefined;

/** The same numbers at each start. */
function chance(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}

function pick<T>(all: readonly T[], weight: (item: T) => number): T {
  let left = chance() * all.reduce((sum, item) => sum + weight(item), 0);
  return all.find((item) => (left -= weight(item)) <= 0) ?? all[0]!;
}

function add(board: string, row: string, figures: Figures, live: boolean): void {
  const rows = cells.get(board) ?? new Map<string, Figures>();
  cells.set(board, rows);
  const cell = rows.get(row) ?? {};
  rows.set(row, cell);
  for (const [figure, count] of Object.entries(figures)) {
    cell[figure] = (cell[figure] ?? 0) + count;
  }
  if (live) {
    touched.add(`${board}|${row}`);
  }
}

/** Counts for somebody at a moment, for the campaign and, where there is one, for the activity. */
function count(figures: Figures, at: number, activity: string, live: boolean): void {
  const day = new Date(at + CHINA_MILLIS).toISOString();
  const province = pick(provinces, ({ code, inhabitants = 0 }) =>
    // a few provinces are ahead of their size, and one has not started
    code === '710000' ? 0 : inhabitants * (code === '330000' ? 4 : code === '440000' ? 1.6 : 1),
  ).code;
  const age: AgeBand = pick(AGE_BANDS, (band) => 3 + AGE_BANDS.indexOf(band));
  const near = libraries.filter(({ region }) => region.startsWith(province.slice(0, 2)));
  const library = chance() < 0.7 && near.length > 0 ? pick(near, ({ level }) => (level === 'COUNTY' ? 1 : 6)) : undefined;
  const cities = children[province] ?? [];
  const city = cities.length > 0 ? pick(cities, ({ code }) => (code.endsWith('0100') ? 5 : 1)).code : undefined;
  for (const of of activity ? ['', activity] : ['']) {
    const own = of ? only(figures, ['attempts', 'players', 'points']) : figures;
    if (Object.keys(own).length === 0) {
      continue;
    }
    add(`WHOLE//${of}`, 'all', own, live);
    add(`PROVINCE//${of}`, province, own, live);
    add(`AGE_BAND//${of}`, age, own, live);
    add(`DAY//${of}`, day.slice(0, 10), own, live);
    add(`HOUR//${of}`, day.slice(0, 13), own, live);
    if (library) {
      add(`LIBRARY//${of}`, library.code, own, live);
    }
    if (city) {
      add(`CITY/${province}/${of}`, city, own, live);
    }
  }
}

function only(figures: Figures, names: string[]): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => names.includes(name)));
}

const current = campaign(Date.now());
const [quiz] = current.activities;

function somethingHappens(at: number, size: number, live: boolean): void {
  count({ visits: size, visitors: Math.ceil(size / 2), quizvisitors: Math.ceil(size / 3) }, at, '', live);
  if (chance() < 0.45) {
    count({ participants: Math.ceil(size / 3) }, at, '', live);
  }
  if (chance() < 0.6) {
    const attempts = Math.ceil(size / 3);
    const percent = 45 + Math.round(chance() * 55);
    count({ attempts, players: Math.ceil(attempts * 0.8), points: attempts * percent }, at, quiz!.id, live);
  }
}

function fill(): void {
  const now = Date.now();
  for (let hour = Math.floor((now - 6 * DAY_MILLIS) / 3_600_000); hour * 3_600_000 < now; hour++) {
    const at = hour * 3_600_000;
    const weight = RHYTHM[new Date(at + CHINA_MILLIS).getUTCHours()]!;
    for (let times = 0; times < weight; times++) {
      somethingHappens(at, 3 + Math.floor(chance() * 24), false);
    }
  }
  const names = ['小书虫', '𠮷祥读书人', '爱读诗的奶奶', '一盏灯', '年画娃娃', '山里的星星', null, '西湖边', 'Anna', '守岁人'];
  standings.set(
    quiz!.id,
    Array.from({ length: 140 }, (_, index) => ({
      who: `reader-${index}`,
      name: names[Math.floor(chance() * names.length)] ?? null,
      province: pick(provinces, ({ inhabitants = 0 }) => inhabitants).code,
      ageBand: pick(AGE_BANDS, () => 1),
      percent: 0,
      score: Math.max(3, 12 - Math.floor(index / 16)),
      maxScore: 12,
      seconds: 41 + Math.floor((index % 16) / 2) * 9 + Math.floor(index / 16) * 5,
    })).map((row) => ({ ...row, percent: Math.floor((100 * row.score) / row.maxScore) })),
  );
}

fill();

function shown(row: string, figures: Figures, dimension: string): BoardRow {
  const hidden = (['visitors', 'participants', 'players'] as const).filter(
    (group) =>
      ['CITY', 'COUNTY', 'LIBRARY'].includes(dimension) && (figures[group] ?? 0) > 0 && (figures[group] ?? 0) < FEW,
  );
  const left = Object.entries(figures).filter(([name]) => !hidden.some((group) => (GROUPS[group] as string[]).includes(name)));
  return { key: row, figures: Object.fromEntries(left), ...(hidden.length > 0 ? { hidden } : {}) };
}

function rowsOf(board: string): BoardRow[] {
  const [dimension = ''] = board.split('/');
  const all = [...((frozen?.cells ?? cells).get(board) ?? [])];
  const rows = all.map(([row, figures]) => shown(row, figures, dimension));
  const few = all.filter(([row]) => rows.find(({ key }) => key === row)?.hidden);
  const together: Figures = {};
  few.forEach(([, figures]) =>
    Object.entries(figures).forEach(([name, count]) => (together[name] = (together[name] ?? 0) + count)),
  );
  return few.length > 1 && (together.participants ?? together.players ?? 0) >= FEW
    ? [...rows, { key: '*', figures: together }]
    : rows;
}

const freeze = () => (frozen ? { frozenSince: frozen.since } : {});
const asOf = () => ({ asOf: frozen?.since ?? new Date(newest).toISOString() });
const activities = ['', ...current.activities.map(({ id }) => id)];

function snapshot(): LiveMessage {
  return {
    ...freeze(),
    boards: activities.flatMap((activity) =>
      LIVE.map((dimension) => ({
        ...(activity ? { activityId: activity } : {}),
        dimension,
        ...asOf(),
        rows: rowsOf(`${dimension}//${activity}`),
      })),
    ),
  };
}

function changes(): LiveMessage {
  const boards = [...new Set([...touched].map((cell) => cell.split('|')[0]!))].flatMap((board) => {
    const [dimension, place, activity] = board.split('/') as [Dimension, string, string];
    const keys = new Set([...touched].filter((cell) => cell.startsWith(`${board}|`)).map((cell) => cell.split('|')[1]));
    return place
      ? []
      : [
          {
            ...(activity ? { activityId: activity } : {}),
            dimension,
            ...asOf(),
            rows: rowsOf(board).filter(({ key }) => keys.has(key) || key === '*'),
          },
        ];
  });
  touched.clear();
  return { boards };
}

function send(to: Iterable<ServerResponse>, type: 'snapshot' | 'change', message: LiveMessage): void {
  const text = `event: ${type}\nid: ${eventId++}\ndata: ${JSON.stringify(message)}\n\n`;
  for (const listener of to) {
    listener.write(text);
  }
}

let clock: ReturnType<typeof setInterval> | undefined;

/** Moves only while somebody looks. */
function wind(): void {
  clock ??= setInterval(() => {
    newest = Date.now();
    for (let times = 0; times < 3; times++) {
      somethingHappens(newest, 1 + Math.floor(Math.random() * 9), true);
    }
    if (frozen) {
      touched.clear();
    } else {
      send(listeners, 'change', changes());
    }
    if (listeners.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
  }, 1000);
}

function listen(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-store' });
  listeners.add(response);
  send([response], 'snapshot', snapshot());
  const beat = setInterval(() => response.write(':\n\n'), 15_000);
  request.on('close', () => {
    clearInterval(beat);
    listeners.delete(response);
  });
  wind();
}

/** What a participant of the mock has answered, for the ranking. */
export interface Answered {
  activityId: string;
  score: number;
  maxScore: number;
  seconds: number;
}

function ranked(activityId: string, me: Participant | undefined, mine: Answered | undefined) {
  const rows = [
    ...(standings.get(activityId) ?? []),
    ...(me && mine
      ? [
          {
            ...mine,
            who: me.participantId,
            name: me.nickname,
            province: me.province,
            ageBand: me.ageBand,
            percent: Math.floor((100 * mine.score) / mine.maxScore),
          },
        ]
      : []),
  ].sort((one, other) => other.percent - one.percent || one.seconds - other.seconds);
  return rows.map((row) => ({
    ...row,
    rank: 1 + rows.findIndex(({ percent, seconds }) => percent === row.percent && seconds === row.seconds),
  }));
}

type Reply = (status: number, value?: unknown) => void;

/** Answers what is about figures; false for everything else. */
export function answerFigures(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  reply: Reply,
  me: Participant | undefined,
  answered: (activityId: string) => Answered | undefined,
): boolean {
  const [, campaignId, what = ''] = /^\/api\/campaign\/campaigns\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
  if (campaignId === undefined || !/^(boards|rankings|freeze)\b/.test(what)) {
    return false;
  }
  const query = (name: string) => url.searchParams.get(name) ?? '';
  let match: RegExpExecArray | null;
  if (campaignId !== current.id) {
    reply(404, { type: '/problems/not-found', title: '没有这场活动。', status: 404 });
  } else if (what === 'freeze') {
    if (request.method !== 'GET') {
      frozen =
        request.method === 'PUT' ? { since: new Date(newest).toISOString(), cells: structuredClone(cells) } : undefined;
      send(listeners, 'snapshot', snapshot());
      send(listeners, 'change', { frozenSince: frozen?.since ?? null, boards: [] });
    }
    reply(200, { campaignId, from: frozen?.since ?? null, state: frozen ? 'FROZEN' : 'NONE' });
  } else if (what === 'boards/live') {
    listen(request, response);
  } else if ((match = /^boards\/([a-z-]+)$/.exec(what))) {
    const dimension = match[1]!.toUpperCase().replace('-', '_');
    const [activity, place] = [query('activity'), query('place')];
    const rows = rowsOf(`${dimension}/${place}/${activity}`);
    reply(200, {
      campaignId,
      ...(activity ? { activityId: activity } : {}),
      dimension,
      ...(place ? { place } : {}),
      ...asOf(),
      ...freeze(),
      rows,
    });
  } else if ((match = /^rankings\/([^/]+)$/.exec(what))) {
    const rows = ranked(match[1]!, me, answered(match[1]!)).slice(0, 100);
    reply(200, {
      campaignId,
      activityId: match[1],
      ...asOf(),
      ...freeze(),
      rows: rows.map(({ who, ...row }) => ({ ...row, ...(who === me?.participantId ? { mine: true } : {}) })),
    });
  } else if ((match = /^rankings\/([^/]+)\/rank$/.exec(what))) {
    const rows = ranked(match[1]!, me, answered(match[1]!));
    const [percent, seconds] = [Number(query('percent')), Number(query('seconds'))];
    const ahead = rows.filter((row) => row.percent > percent || (row.percent === percent && row.seconds < seconds));
    reply(200, { rank: ahead.length + 1, of: rows.length, ...freeze() });
  } else {
    reply(404, { type: '/problems/not-found', title: '没有这个地址。', status: 404 });
  }
  return true;
}
