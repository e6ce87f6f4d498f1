import { describe, expect, it } from 'vitest';
import { appFailures, noticeTexts, troubles } from '../electron/contract/index.ts';
import { institutionNotices, residentNotices, technicalNotices } from '../electron/contract/inquiry.ts';
import { visitStates } from '../electron/contract/visit-state.ts';
import { en } from '../resources/messages/en.ts';
import { id } from '../resources/messages/id.ts';
import { samples, troubleGroups } from './shell/practice.ts';

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the message catalogue', () => {
  it('says the same things in both languages, with the same blanks to fill', () => {
    const english = new Map(leaves(en));
    const indonesian = new Map(leaves(id));
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
    for (const [key, text] of indonesian) {
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('leaves no text empty', () => {
    for (const [key, text] of [...leaves(id), ...leaves(en)]) expect(text.trim(), key).not.toBe('');
  });

  it('has a word for every state, lamp, link and trouble', () => {
    expect(Object.keys(id.visit.say).sort()).toEqual([...visitStates].sort());
    expect(Object.keys(id.training.troubles).sort()).toEqual([...troubles].sort());
    for (const { link } of Object.values(appFailures)) expect(id.links).toHaveProperty(link);
  });

  it('explains every notice in both languages', () => {
    for (const notice of [...residentNotices, ...institutionNotices, ...technicalNotices]) {
      const { explanation, action } = noticeTexts[notice];
      for (const text of [explanation.id, explanation.en, action.id, action.en])
        expect(text.length).toBeGreaterThan(10);
    }
  });

  it('gives every failure a cause and a cure in both languages', () => {
    for (const [code, { cause, cure }] of Object.entries(appFailures)) {
      for (const text of [cause.id, cause.en, cure.id, cure.en]) expect(text.length, code).toBeGreaterThan(5);
    }
  });
});

describe('the practice drawer', () => {
  it('offers every trouble exactly once', () => {
    expect(troubleGroups.flatMap((group) => group.troubles).sort()).toEqual([...troubles].sort());
  });

  it('shows nobody from a province that exists', () => {
    for (const { nik } of samples) expect(nik.startsWith('40')).toBe(true);
  });
});
