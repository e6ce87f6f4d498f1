import { describe, expect, it } from 'vitest';
import { agreementProfile } from '../../../electron/contract/index.ts';
import desaMakmur from '../../../resources/agreements/desa-makmur.json' with { type: 'json' };
import interop from '../../../resources/agreements/interop.json' with { type: 'json' };
import lembahSosial from '../../../resources/agreements/lembah-sosial.json' with { type: 'json' };
import tirtaPangan from '../../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import { type Draft, withValue } from '../parts/draft.ts';
import { asDraft, emptyProfile, profileToSend } from './profile-draft.ts';
import { profileSections } from './profile-fields.ts';
import { isIn, sectionProblems } from './profile-problems.ts';

function parsed(draft: Draft) {
  return agreementProfile.parse({ ...profileToSend(draft), profileVersion: 1 });
}

function problems(draft: Draft): string[] {
  return profileSections.flatMap((section) => Object.keys(sectionProblems(section, draft)));
}

describe('a profile in the form', () => {
  it('comes out as it went in, for every sample agreement', () => {
    for (const sample of [tirtaPangan, lembahSosial, desaMakmur, interop]) {
      expect(parsed(asDraft(sample))).toEqual(agreementProfile.parse({ ...sample, profileVersion: 1 }));
    }
  });

  it('gives an element that a file only names the reason the schema gives it', () => {
    const named = { ...tirtaPangan, storableFromCard: ['NIK', 'ADDRESS'] };
    expect(parsed(asDraft(named))).toEqual(agreementProfile.parse({ ...named, profileVersion: 1 }));
  });

  it('sends nothing that is not asked for any more', () => {
    const draft = withValue(asDraft(tirtaPangan), 'accessMethods', ['WEB_PORTAL']);
    const sent = parsed(draft);
    expect(Object.keys(sent.elements)).toEqual(['WEB_PORTAL']);
    expect(sent.storableFromCard).toEqual([]);
    expect(sent).toMatchObject({ photoForHolderCheck: false });
    for (const gone of ['storageRetention', 'webServiceGrant']) expect(sent).not.toHaveProperty(gone);
  });

  it('grants nothing once it is an agreement between systems', () => {
    const sent = parsed(withValue(asDraft(tirtaPangan), 'kind', 'DATA_INTEROP'));
    expect(sent).toMatchObject({
      accessMethods: [],
      elements: {},
      storableFromCard: [],
      readerPolicy: 'NOT_ALLOWED',
      quota: { dailyHits: null },
      services: [],
      dataBalikan: { mode: 'NONE', fields: [] },
    });
    expect(sent).not.toHaveProperty('webServiceGrant');
  });

  it('takes an empty letter for none', () => {
    const draft = withValue(asDraft(tirtaPangan), 'quota.pocLetter', '  ');
    expect(parsed(draft).quota.pocLetter).toBeNull();
  });
});

describe('the check of a section', () => {
  const identity = profileSections.find(({ section }) => section === 'IDENTITY');
  const term = profileSections.find(({ section }) => section === 'TERM');

  it('finds nothing in the samples', () => {
    for (const sample of [tirtaPangan, lembahSosial, desaMakmur, interop])
      expect(problems(asDraft(sample))).toEqual([]);
  });

  it('names what an empty form lacks, in the sections that ask for it', () => {
    expect(problems(emptyProfile).sort()).toEqual([
      'numbers.party1',
      'numbers.party2',
      'parties.party1.name',
      'parties.party1.region',
      'parties.party1.type',
      'parties.party2.name',
      'parties.party2.region',
      'parties.party2.type',
      'profileId',
      'purpose',
      'signedOn',
      'term.end',
      'title',
    ]);
  });

  it('puts each problem of main where its field is', () => {
    if (identity === undefined || term === undefined) throw new Error('the sections are gone');
    expect(isIn(identity, 'profileId')).toBe(true);
    expect(isIn(identity, 'numbers.party2')).toBe(true);
    expect(isIn(term, 'lastDayReason')).toBe(true);
    expect(isIn(term, 'profileId')).toBe(false);
    const homes = ['webServiceGrant', 'services.0.code', 'elements.CARD_READER', 'storableFromCard.2.reason'];
    for (const path of homes)
      expect(profileSections.filter((section) => isIn(section, path))).toHaveLength(1);
  });
});
