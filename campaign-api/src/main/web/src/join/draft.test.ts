import { expect, test } from 'vitest';
import { emptyDraft, mistakes, newParticipant, type Draft } from './draft';

const filled: Draft = { ...emptyDraft, nickname: ' 小满 ', province: '330000', ageBand: 'FROM_35_TO_59' };

test('names every mistake at once', () => {
  expect(mistakes(emptyDraft)).toEqual({
    nickname: 'missingNickname',
    province: 'missingProvince',
    ageBand: 'missingAge',
  });
});

test('counts a nickname in characters, not in code units', () => {
  expect(mistakes({ ...filled, nickname: '𠮷'.repeat(20) })).toEqual({});
  expect(mistakes({ ...filled, nickname: '福'.repeat(21) })).toEqual({ nickname: 'longNickname' });
});

test('wants a guardian for a child under fourteen only', () => {
  expect(mistakes({ ...filled, ageBand: 'FROM_7_TO_13' })).toEqual({ guardianConsent: 'missingConsent' });
  expect(mistakes({ ...filled, ageBand: 'FROM_7_TO_13', guardian: true })).toEqual({});
  expect(mistakes({ ...filled, ageBand: 'FROM_14_TO_17' })).toEqual({});
});

test('sends what was filled in and leaves out the rest', () => {
  expect(newParticipant(filled, 'spring', 'payload')).toEqual({
    campaignId: 'spring',
    nickname: '小满',
    province: '330000',
    ageBand: 'FROM_35_TO_59',
    altcha: 'payload',
  });
});

test('sends each consent of the guardian for itself', () => {
  const child: Draft = { ...filled, ageBand: 'UNDER_7', guardian: true, judging: true };
  expect(newParticipant(child, 'spring', undefined).guardianConsent).toEqual({
    display: false,
    judging: true,
    archiving: false,
  });
});

test('sends no consent that an older person has no guardian for', () => {
  const grownUp: Draft = { ...filled, guardian: true, display: true };
  expect(newParticipant(grownUp, 'spring', undefined)).not.toHaveProperty('guardianConsent');
});
