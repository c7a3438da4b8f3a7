/** The contract of the two services in memory, for `vite` and `vite preview` only; it is never part of the build. */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { staffFigures } from './staff-figures.ts';
import type {
  AnswerSheet,
  AttemptResult,
  AttemptSummary,
  NewParticipant,
  Paper,
  Participant,
} from '../src/api/contract';
import { answerFigures, type Answered } from './live-figures.ts';
import { campaign, children, libraries, provinces, questions } from './sample-data.ts';

interface Attempt extends AttemptResult {
  activityId: string;
  participantId: string;
  gradedFrom: number;
}

const participants = new Map<string, Participant>();
const byPayload = new Map<string, Participant>();
const papers = new Map<string, Paper & { activityId: string; participantId: string }>();
const attempts: Attempt[] = [];
const GRADING_MILLIS = 1_500;

/** Shows the console's page for its addresses, and answers for the services where no server does. */
export function mockApi(answers: boolean): Plugin {
  return {
    name: 'mock-api',
    configureServer: (server) => void use(server.middlewares, answers),
    configurePreviewServer: (server) => void use(server.middlewares, answers),
  };
}

function use(middlewares: Connect.Server, answers: boolean): void {
  middlewares.use(showConsole);
  if (answers) {
    middlewares.use(staffFigures).use(answer);
  }
}

const showConsole: Connect.NextHandleFunction = (request, _response, next) => {
  if (/^\/console(?!\.html)/.test(request.url ?? '')) {
    request.url = '/console.html';
  }
  next();
};

const answer: Connect.NextHandleFunction = (request, response, next) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/api/')) {
    next();
    return;
  }
  void body(request).then((text) => route(request, response, url, text));
};

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  return text;
}

function route(request: IncomingMessage, response: ServerResponse, url: URL, text: string): void {
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=')));
  const cookie = (value: string) => response.appendHeader('Set-Cookie', value);
  if (!cookies['XSRF-TOKEN']) {
    cookie(`XSRF-TOKEN=${randomUUID()}; Path=/`);
  }
  const reply = (status: number, value?: unknown) => {
    response.statusCode = status;
    response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
    response.end(value === undefined ? undefined : JSON.stringify(value));
  };
  const problem = (status: number, kind: string, zh: string, en: string, more: object = {}) =>
    reply(status, {
      type: `/problems/${kind}`,
      title: zh,
      status,
      messages: { zh, en },
      traceId: randomUUID(),
      ...more,
    });

  const key = `${request.method} ${url.pathname}`;
  const me = participants.get(cookies.sx_participant ?? '');
  const now = Date.now();
  let match: RegExpExecArray | null;

  if (key === 'POST /api/campaign/visits') {
    reply(202);
  } else if (answerFigures(request, response, url, reply, me, (activityId) => bestOf(activityId, me))) {
    return;
  } else if (request.method !== 'GET' && me && request.headers['x-xsrf-token'] !== cookies['XSRF-TOKEN']) {
    problem(403, 'csrf', '请刷新页面后再试。', 'Reload the page and try again.');
  } else if (key === 'GET /api/campaign/regions/provinces') {
    reply(200, provinces);
  } else if ((match = /^GET \/api\/campaign\/regions\/(\d+)\/children$/.exec(key))) {
    reply(200, children[match[1]!] ?? []);
  } else if (key === 'GET /api/campaign/libraries') {
    const region = (url.searchParams.get('region') ?? '').replace(/(00)+$/, '');
    reply(
      200,
      libraries.filter((library) => library.region.startsWith(region)),
    );
  } else if (key === 'GET /api/campaign/campaigns/current') {
    reply(200, campaign(now));
  } else if (key === 'GET /api/campaign/challenge') {
    const salt = `${randomUUID().slice(0, 12)}?expires=${Math.floor(now / 1000) + 600}&`;
    const number = Math.floor(Math.random() * 100_000);
    reply(200, { algorithm: 'SHA-256', challenge: sha256(salt + number), maxnumber: 100_000, salt, signature: 'mock' });
  } else if (key === 'POST /api/campaign/participants') {
    const wanted = JSON.parse(text) as NewParticipant;
    const solved = JSON.parse(atob(wanted.altcha ?? 'e30=')) as { salt?: string; number?: number; challenge?: string };
    if (sha256(`${solved.salt}${solved.number}`) !== solved.challenge) {
      problem(422, 'challenge-failed', '验证没有通过。', 'The check failed.');
      return;
    }
    if (/脏话/.test(wanted.nickname)) {
      const messages = { zh: '换一个友善的昵称吧。', en: 'Choose a friendlier nickname.' };
      problem(400, 'invalid', '有的地方需要修改。', 'Some fields need a change.', {
        errors: [{ field: 'nickname', code: 'Friendly', messages }],
      });
      return;
    }
    const { campaignId: _campaign, guardianConsent: _consent, altcha, ...person } = wanted;
    const joined = byPayload.get(altcha ?? '') ?? { participantId: randomUUID(), ...person };
    byPayload.set(altcha ?? '', joined);
    participants.set(joined.participantId, joined);
    cookie(`sx_participant=${joined.participantId}; Path=/; HttpOnly; SameSite=Lax`);
    reply(202, { ...joined, token: 'mock' });
  } else if (key === 'DELETE /api/campaign/participants/session') {
    cookie('sx_participant=; Path=/; Max-Age=0');
    reply(204);
  } else if (!me) {
    problem(401, 'not-signed-in', '请先登记参加。', 'Join first.');
  } else if (key === 'GET /api/campaign/participants/me') {
    reply(200, me);
  } else if (key === 'DELETE /api/campaign/participants/me') {
    participants.delete(me.participantId);
    cookie('sx_participant=; Path=/; Max-Age=0');
    reply(202);
  } else if ((match = /^POST \/api\/quiz\/activities\/([^/]+)\/papers$/.exec(key))) {
    reply(200, paper(match[1]!, me, (JSON.parse(text) as { number: number }).number, now));
  } else if ((match = /^POST \/api\/quiz\/activities\/([^/]+)\/answer-sheets$/.exec(key))) {
    const sheet = JSON.parse(text) as AnswerSheet;
    const held = papers.get(sheet.paperToken);
    if (!held || held.participantId !== me.participantId) {
      problem(403, 'paper-token-forged', '答题凭证无效。', 'The paper token is not valid.');
    } else if (now > Date.parse(held.expiresAt) && !sheet.receipt) {
      problem(422, 'paper-token-expired', '这份试卷已经过时。', 'This paper has expired.');
    } else {
      if (!attempts.some(({ attemptId }) => attemptId === held.attemptId)) {
        attempts.push(grade(held, sheet, now));
      }
      reply(202, { attemptId: held.attemptId, state: 'RECEIVED', submittedAt: new Date(now).toISOString() });
    }
  } else if ((match = /^GET \/api\/quiz\/activities\/([^/]+)\/attempts$/.exec(key))) {
    reply(200, attemptsOf(match[1]!, me));
  } else if ((match = /^GET \/api\/quiz\/attempts\/([^/]+)$/.exec(key))) {
    const attempt = attempts.find(({ attemptId }) => attemptId === match![1]);
    if (!attempt) {
      problem(404, 'not-found', '没有找到这次答题。', 'No such attempt.');
    } else if (now < attempt.gradedFrom) {
      reply(200, {
        attemptId: attempt.attemptId,
        number: attempt.number,
        state: 'RECEIVED',
        submittedAt: attempt.submittedAt,
      });
    } else {
      const { activityId: _activity, participantId: _participant, gradedFrom: _gradedFrom, ...result } = attempt;
      reply(200, result);
    }
  } else {
    problem(404, 'not-found', '没有这个地址。', 'No such address.');
  }
}

function paper(activityId: string, me: Participant, number: number, now: number): Paper {
  const activity = campaign(now).activities.find(({ id }) => id === activityId) ?? campaign(now).activities[0]!;
  const drawn = {
    paperToken: randomUUID(),
    attemptId: `${activityId}-${me.participantId}-${number}`,
    number,
    issuedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + (activity.timeLimitSeconds + activity.graceSeconds) * 1000).toISOString(),
    serverTime: new Date(now).toISOString(),
    timeLimitSeconds: activity.timeLimitSeconds,
    graceSeconds: activity.graceSeconds,
    questions: questions.map(
      ({ correct: _correct, explanation: _explanation, source: _source, ...question }, position) => ({
        position,
        ...question,
      }),
    ),
  };
  papers.set(drawn.paperToken, { ...drawn, activityId, participantId: me.participantId });
  return drawn;
}

function grade(held: Paper & { activityId: string; participantId: string }, sheet: AnswerSheet, now: number): Attempt {
  const answers = questions.map((question, position) => {
    const chosen = sheet.answers.find((given) => given.position === position)?.choice ?? [];
    const { id, kind, category, stem, options, correct, explanation, source } = question;
    const right = JSON.stringify(chosen) === JSON.stringify(correct);
    const resourceOpened = sheet.resourcesOpened.includes(position);
    return { position, id, kind, category, stem, options, chosen, correct, right, explanation, source, resourceOpened };
  });
  const correct = answers.filter(({ right }) => right).length;
  const mine = attempts.filter(
    ({ activityId, participantId }) => activityId === held.activityId && participantId === held.participantId,
  );
  const common = {
    attemptId: held.attemptId,
    activityId: held.activityId,
    participantId: held.participantId,
    gradedFrom: now + GRADING_MILLIS,
    number: held.number,
    maxScore: questions.length,
    submittedAt: new Date(now).toISOString(),
  };
  return mine.length >= 3
    ? { ...common, state: 'REJECTED', reason: 'DAILY_LIMIT' }
    : {
        ...common,
        state: 'GRADED',
        score: correct,
        correct,
        total: questions.length,
        durationMillis: now - Date.parse(held.issuedAt),
        answers,
      };
}

function attemptsOf(activityId: string, me: Participant) {
  const mine = attempts.filter(
    (attempt) => attempt.activityId === activityId && attempt.participantId === me.participantId,
  );
  const graded = mine.filter(({ state }) => state === 'GRADED');
  const best = [...graded].sort(
    (one, other) => other.score! - one.score! || one.durationMillis! - other.durationMillis!,
  )[0];
  return {
    attemptsToday: graded.length,
    attemptsPerDay: campaign(0).activities.find(({ id }) => id === activityId)?.attemptsPerDay ?? 3,
    nextNumber: mine.length + 1,
    ...(best ? { best: { attemptId: best.attemptId, score: best.score, durationMillis: best.durationMillis } } : {}),
    attempts: mine.map(
      ({ attemptId, number, state, reason, score, maxScore, durationMillis, submittedAt }) =>
        ({ attemptId, number, state, reason, score, maxScore, durationMillis, submittedAt }) as AttemptSummary,
    ),
  };
}

function bestOf(activityId: string, me: Participant | undefined): Answered | undefined {
  const { score, durationMillis = 0 } = (me && attemptsOf(activityId, me).best) ?? {};
  return score === undefined
    ? undefined
    : { activityId, score, maxScore: questions.length, seconds: Math.floor(durationMillis / 1000) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
