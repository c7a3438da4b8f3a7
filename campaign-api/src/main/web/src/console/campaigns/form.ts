import type { AgeBand, BlueprintPart, Draft, DraftActivity, DraftDefinition, DraftText, DraftWindow } from '../api';

/** A draft as the form holds it: nothing is missing, only empty. */
export interface CampaignForm {
  title: TextForm;
  tagline: TextForm;
  description: TextForm;
  window: WindowForm;
  activities: ActivityForm[];
}

export interface TextForm {
  zh: string;
  en: string;
}

/** Instants; empty for none. */
export interface WindowForm {
  opensAt: string;
  closesAt: string;
}

export interface ActivityForm {
  id: string;
  kind: string;
  title: TextForm;
  description: TextForm;
  rules: TextForm;
  window: WindowForm;
  ageBands: AgeBand[];
  regions: string[];
  bankId: string;
  blueprint: BlueprintPart[];
  timeLimitSeconds: number | undefined;
  graceSeconds: number | undefined;
  attemptsPerDay: number | undefined;
  attemptsInAll: number | undefined;
}

export function formOf(draft: DraftDefinition): CampaignForm {
  return {
    title: textForm(draft.title),
    tagline: textForm(draft.tagline),
    description: textForm(draft.description),
    window: windowForm(draft.window),
    activities: (draft.activities ?? []).map(activityForm),
  };
}

/** What is sent: what is empty is missing. */
export function definitionOf(id: string, form: CampaignForm): DraftDefinition {
  return {
    id,
    title: text(form.title),
    tagline: text(form.tagline),
    description: text(form.description),
    window: window(form.window),
    activities: form.activities.map((activity) => ({
      id: activity.id.trim() || null,
      kind: activity.kind,
      title: text(activity.title),
      description: text(activity.description),
      rules: text(activity.rules),
      window: window(activity.window),
      eligibility: { ageBands: [...activity.ageBands], regions: [...activity.regions] },
      bankId: activity.bankId || null,
      blueprint: activity.blueprint.map((part) => ({ ...part })),
      timeLimitSeconds: activity.timeLimitSeconds ?? null,
      graceSeconds: activity.graceSeconds ?? null,
      attemptsPerDay: activity.attemptsPerDay ?? null,
      attemptsInAll: activity.attemptsInAll ?? null,
    })),
  };
}

export function newActivity(id: string, campaign: CampaignForm): ActivityForm {
  return {
    ...activityForm({ id, kind: 'QUIZ', timeLimitSeconds: 300, graceSeconds: 10, attemptsPerDay: 3 }),
    window: { ...campaign.window },
  };
}

/** An id for one more activity that nobody in this campaign has. */
export function freeActivityId(campaignId: string, taken: string[]): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? `${campaignId}-quiz` : `${campaignId}-quiz-${number}`;
    if (!taken.includes(id)) {
      return id;
    }
  }
}

function activityForm(activity: DraftActivity): ActivityForm {
  return {
    id: activity.id ?? '',
    kind: activity.kind ?? 'QUIZ',
    title: textForm(activity.title),
    description: textForm(activity.description),
    rules: textForm(activity.rules),
    window: windowForm(activity.window),
    ageBands: [...(activity.eligibility?.ageBands ?? [])],
    regions: [...(activity.eligibility?.regions ?? [])],
    bankId: activity.bankId ?? '',
    blueprint: (activity.blueprint ?? []).map(({ category, difficulty, count }) => ({
      category: category ?? '',
      difficulty: difficulty ?? 'EASY',
      count: count ?? 0,
    })),
    timeLimitSeconds: activity.timeLimitSeconds ?? undefined,
    graceSeconds: activity.graceSeconds ?? undefined,
    attemptsPerDay: activity.attemptsPerDay ?? undefined,
    attemptsInAll: activity.attemptsInAll ?? undefined,
  };
}

const textForm = (given?: DraftText | null): TextForm => ({ zh: given?.zh ?? '', en: given?.en ?? '' });
const windowForm = (given?: DraftWindow | null): WindowForm => ({
  opensAt: given?.opensAt ?? '',
  closesAt: given?.closesAt ?? '',
});
const text = ({ zh, en }: TextForm): DraftText => ({ zh: zh || null, en: en || null });
const window = ({ opensAt, closesAt }: WindowForm): DraftWindow => ({ opensAt: opensAt || null, closesAt: closesAt || null });

/** Where two definitions differ, by path, in the order of the form. */
export interface Difference {
  path: string;
  mine: unknown;
  theirs: unknown;
}

/** Compares my form with what somebody else has saved meanwhile. */
export function differences(mine: CampaignForm, theirs: Draft): Difference[] {
  const found: Difference[] = [];
  compare('', mine, formOf(theirs), found);
  return found;
}

function compare(path: string, mine: unknown, theirs: unknown, found: Difference[]): void {
  if (isRecord(mine) && isRecord(theirs)) {
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      compare(path ? `${path}.${key}` : key, mine[key], theirs[key], found);
    }
  } else if (path === 'activities' && Array.isArray(mine) && Array.isArray(theirs)) {
    for (let index = 0; index < Math.max(mine.length, theirs.length); index++) {
      compare(`activities[${index}]`, mine[index], theirs[index], found);
    }
  } else if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
    found.push({ path, mine, theirs });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

