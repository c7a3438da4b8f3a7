import type { AgeBand, NewParticipant } from '../api/contract';

/** What stands in the form, kept until the person is in. */
export interface Draft {
  nickname: string;
  province: string;
  city: string;
  county: string;
  library: string;
  ageBand: AgeBand | '';
  guardian: boolean;
  display: boolean;
  judging: boolean;
  archiving: boolean;
}

export const emptyDraft: Draft = {
  nickname: '',
  province: '',
  city: '',
  county: '',
  library: '',
  ageBand: '',
  guardian: false,
  display: false,
  judging: false,
  archiving: false,
};

export const FIELDS = ['nickname', 'province', 'library', 'ageBand', 'guardianConsent'] as const;
export type Field = (typeof FIELDS)[number];

export type Mistake = 'missingNickname' | 'longNickname' | 'missingProvince' | 'missingAge' | 'missingConsent';

const NICKNAME_LENGTH = 20;

export function isUnder14(ageBand: Draft['ageBand']): boolean {
  return ageBand === 'UNDER_7' || ageBand === 'FROM_7_TO_13';
}

export function mistakes(draft: Draft): Partial<Record<Field, Mistake>> {
  const nickname = [...draft.nickname.trim()].length;
  return {
    ...(nickname === 0 && { nickname: 'missingNickname' }),
    ...(nickname > NICKNAME_LENGTH && { nickname: 'longNickname' }),
    ...(draft.province === '' && { province: 'missingProvince' }),
    ...(draft.ageBand === '' && { ageBand: 'missingAge' }),
    ...(isUnder14(draft.ageBand) && !draft.guardian && { guardianConsent: 'missingConsent' }),
  };
}

/** The request for a draft without mistakes. */
export function newParticipant(draft: Draft, campaignId: string, altcha: string | undefined): NewParticipant {
  const { province, city, county, library, ageBand, display, judging, archiving } = draft;
  return {
    campaignId,
    nickname: draft.nickname.trim(),
    province,
    ageBand: ageBand as AgeBand,
    ...(city && { city }),
    ...(county && { county }),
    ...(library && { library }),
    ...(isUnder14(ageBand) && { guardianConsent: { display, judging, archiving } }),
    ...(altcha !== undefined && { altcha }),
  };
}
