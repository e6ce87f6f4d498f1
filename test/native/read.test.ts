/** The card stack against the simulated chip and SAM, which share no code with it and do the cryptography. */
import { describe, expect, test } from 'vitest';
import {
  authenticityPlan,
  type CardFailureCode,
  publicPlan,
  readCard,
  waitForTap,
} from '../../native/index.ts';
import {
  type CardOptions,
  createCard,
  institutionSecrets,
  SAMPLE_IDS,
  SimulatedSlot,
  sampleResident,
  type VariantName,
} from '../../simulator/index.ts';
import { granted, openCounter, opened, ownInstitution, ready, tapAndRead, unwrapped } from './counter.ts';

describe('a whole card', () => {
  test.each(SAMPLE_IDS)(
    'of %s gives its holder, in 8 SAM exchanges and as few of the card as its photo allows',
    async (resident) => {
      const counter = openCounter();
      const sam = await opened(counter);
      const before = counter.samInstructions.length;
      const reading = unwrapped(await tapAndRead(counter, sam, { resident }));
      const { nik, name } = sampleResident(resident);
      expect(reading.identity.NIK?.reveal()).toBe(nik);
      expect(reading.identity.FULL_NAME?.reveal()).toBe(name);
      expect(reading.photo?.ok).toBe(true);
      // F1, F2, SELECT, two reads, and the RESET afterwards.
      expect(counter.samInstructions.slice(before)).toEqual([
        'F1',
        'F2',
        'F3',
        'F4',
        'F3',
        'F4',
        'F3',
        'F4',
        'FF',
      ]);
      const photo = reading.photo?.ok ? reading.photo.value.reveal().jpeg.length + 2 : 0;
      expect(counter.chip.statistics().exchanges).toBe(10 + Math.ceil(photo / 250));
    },
  );

  const kinds: CardOptions[] = (['A', 'B'] as const).flatMap((type) =>
    ([24, 29, 51] as const).map((control) => ({ type, control })),
  );

  test.each(kinds)(
    'of type $type with a card control of $control bytes is read and verified',
    async (kind) => {
      const counter = openCounter();
      const sam = await opened(counter);
      expect(unwrapped(await tapAndRead(counter, sam, kind)).identity.NIK).toBeDefined();
      expect(unwrapped(await tapAndRead(counter, sam, kind, authenticityPlan())).authenticity).toBe(
        'verified',
      );
    },
  );

  test('of type B may tell its identifier to DF instead of DD', async () => {
    const counter = openCounter();
    const reading = await tapAndRead(counter, await opened(counter), { type: 'B', uidForm: 'DF' });
    expect(reading.ok).toBe(true);
  });

  test('is read in the public order as well, which the benchmark compares with', async () => {
    const counter = openCounter();
    const reading = unwrapped(await tapAndRead(counter, await opened(counter), {}, publicPlan()));
    expect(reading.authenticity).toBe('verified');
  });

  test('gives not one value that is not granted', async () => {
    const counter = openCounter();
    const reading = unwrapped(
      await tapAndRead(counter, await opened(counter), {}, undefined, { granted: ['NIK', 'SEX'] }),
    );
    expect(Object.keys(reading.identity).sort()).toEqual(['NIK', 'SEX']);
  });

  test('whose biodata was changed after it was signed is not verified', async () => {
    const counter = openCounter();
    const sam = await opened(counter);
    const changed = unwrapped(
      await tapAndRead(counter, sam, { variant: 'forged-biodata' }, authenticityPlan()),
    );
    expect(changed.authenticity).toBe('notVerified');
  });
});

describe('a card that is wrong', () => {
  test.each<[VariantName, CardFailureCode]>([
    ['truncated-biodata', 'FILE_TRUNCATED'],
    ['lying-biodata-length', 'FILE_LENGTH_INVALID'],
    ['short-biodata-length', 'BIODATA_MALFORMED'],
    ['oversized-biodata', 'FILE_LENGTH_INVALID'],
    ['missing-field', 'BIODATA_MALFORMED'],
    ['wrong-quotes', 'BIODATA_MALFORMED'],
    ['empty-biodata', 'FILE_TRUNCATED'],
    ['blank-card', 'CARD_CONTROL_INVALID'],
    ['other-issuer', 'CARD_REFUSED_AUTHENTICATION'],
    ['odd-control-length', 'SAM_REJECTED_CARD'],
  ])('(%s) is %s, and the next card is read', async (variant, code) => {
    const counter = openCounter();
    const sam = await opened(counter);
    expect(await tapAndRead(counter, sam, { variant })).toMatchObject({ ok: false, failure: { code } });
    expect((await tapAndRead(counter, sam, { resident: 'R2' })).ok).toBe(true);
  });

  test.each<VariantName>(['extra-field', 'quote-in-name', 'non-ascii', 'framed-photo'])(
    '(%s) but readable is read',
    async (variant) => {
      const counter = openCounter();
      const reading = unwrapped(await tapAndRead(counter, await opened(counter), { variant }));
      expect(reading.identity.NIK?.reveal()).toBe(sampleResident('R1').nik);
      expect(reading.photo?.ok).toBe(true);
    },
  );

  test('in its last field says which one is missing', async () => {
    const counter = openCounter();
    const reading = await tapAndRead(counter, await opened(counter), { variant: 'missing-field' });
    expect(reading).toMatchObject({ failure: { detail: 'field 20 missing' } });
  });

  test('keeps a quote inside a name', async () => {
    const counter = openCounter();
    const reading = unwrapped(await tapAndRead(counter, await opened(counter), { variant: 'quote-in-name' }));
    expect(reading.identity.FULL_NAME?.reveal()).toBe('SEKAR "SRI" CONTOH');
  });

  test.each<VariantName>([
    'truncated-photo',
    'lying-photo-length',
    'oversized-photo',
    'empty-photo',
    'broken-photo',
    'not-a-photo',
  ])('only in its photo (%s) still gives the identity', async (variant) => {
    const counter = openCounter();
    const reading = unwrapped(await tapAndRead(counter, await opened(counter), { variant }));
    expect(reading.photo).toMatchObject({ ok: false, failure: { code: 'PHOTO_BROKEN' } });
    expect(reading.identity.NIK).toBeDefined();
  });

  test.each<[VariantName, CardFailureCode]>([
    ['broken-minutiae', 'MINUTIAE_BROKEN'],
    ['short-signature', 'SIGNATURE_BROKEN'],
  ])('only in its biometrics (%s) is not verified, with the remark %s', async (variant, code) => {
    const counter = openCounter();
    const reading = unwrapped(
      await tapAndRead(counter, await opened(counter), { variant }, authenticityPlan()),
    );
    expect(reading.remarks.map((remark) => remark.code)).toEqual([code]);
    expect(reading.authenticity).toBe('notVerified');
  });
});

describe('trouble at the reader', () => {
  test('a bank card is told from a KTP-el, and the KTP-el after it is read', async () => {
    const counter = openCounter();
    const sam = await opened(counter);
    const notices: (string | undefined)[] = [];
    const tapped = waitForTap(counter.transport, {
      samReader: () => sam.reader,
      onNotice: (failure) => notices.push(failure?.code),
    });
    counter.chip.insert(createCard(sampleResident('R1'), { variant: 'bank-card' }));
    await expect.poll(() => notices).toContain('NOT_A_KTP');
    counter.chip.insert(createCard(sampleResident('R2')));
    const reading = await readCard(
      { card: unwrapped(await tapped).card, sam: sam.open },
      { name: 'ordinary', steps: [] },
      { granted },
    );
    expect(reading.ok).toBe(true);
  });

  test('a silent card is mute, not a hang', async () => {
    const counter = openCounter();
    const sam = await opened(counter);
    counter.chip.setTrouble('silent');
    const notices: (string | undefined)[] = [];
    const stop = new AbortController();
    const tapped = waitForTap(counter.transport, {
      samReader: () => sam.reader,
      signal: stop.signal,
      onNotice: (failure) => notices.push(failure?.code),
    });
    counter.chip.insert(createCard(sampleResident('R1')));
    // It is asked for two seconds whether it is.
    await expect.poll(() => notices, { timeout: 10_000 }).toContain('CARD_MUTE');
    stop.abort();
    expect((await tapped).ok).toBe(false);
  });

  test('noise never gives a wrong value: it is a named failure or the right answer', async () => {
    const counter = openCounter();
    const sam = await opened(counter);
    for (let round = 0; round < 10; round++) {
      counter.chip.setTrouble('none');
      counter.chip.insert(createCard(sampleResident('R1')));
      const tapped = unwrapped(await waitForTap(counter.transport, { samReader: () => sam.reader }));
      counter.chip.setTrouble('noisy');
      const reading = await readCard({ card: tapped.card, sam: sam.open }, authenticityPlan(), { granted });
      await tapped.card.connection.disconnect('reset');
      if (reading.ok) expect(reading.value.identity.NIK?.reveal()).toBe(sampleResident('R1').nik);
      else expect(reading.failure.cause.id).not.toBe('');
    }
    counter.chip.setTrouble('none');
    expect((await tapAndRead(counter, sam)).ok).toBe(true);
  });
});

describe('trouble with the SAM', () => {
  test('a wrong configuration costs exactly one OPEN, however often the counter tries', async () => {
    const counter = openCounter();
    const wrong = institutionSecrets('another institution');
    expect(await ready(counter, wrong)).toMatchObject({ failure: { code: 'SAM_OPEN_REFUSED' } });
    for (let again = 0; again < 5; again++) {
      expect(await ready(counter, wrong, { openWasRefused: true })).toMatchObject({
        failure: { code: 'SAM_OPEN_BLOCKED' },
      });
    }
    expect(counter.sam.facts().wrongOpens).toBe(1);
    expect(counter.samInstructions.filter((instruction) => instruction === 'F0')).toHaveLength(1);
  });

  test('the SAM of another institution is refused, or found out by its identifier', async () => {
    const stranger = institutionSecrets('another institution');
    const counter = openCounter(stranger);
    const expectedUid = ownInstitution.samUid;
    expect(await ready(counter, stranger, { expectedUid })).toMatchObject({
      failure: { code: 'SAM_UID_MISMATCH' },
    });
    expect(await ready(openCounter(stranger))).toMatchObject({ failure: { code: 'SAM_OPEN_REFUSED' } });
  });

  test('a SAM that stays powered is opened once for many visits', async () => {
    const counter = openCounter();
    for (let visit = 0; visit < 3; visit++) {
      const sam = await opened(counter);
      expect((await tapAndRead(counter, sam)).ok).toBe(true);
      await sam.sam.leave();
    }
    expect(counter.sam.facts().opens).toBe(1);
  });

  test('a SAM taken out while reading is named, and is opened again after it was put back', async () => {
    const counter = openCounter();
    const sam = await opened(counter);
    const torn = await tapAndRead(counter, sam, {}, undefined, { onPhoto: () => counter.samSlot.remove() });
    expect(torn).toMatchObject({ failure: { code: 'SAM_REMOVED' } });
    expect(await ready(counter)).toMatchObject({ failure: { code: 'SAM_MISSING' } });
    counter.samSlot.insert(counter.sam);
    expect((await tapAndRead(counter, await opened(counter))).ok).toBe(true);
    expect(counter.sam.facts().opens).toBe(2);
  });

  test('a SAM pulled at any of its exchanges is named, and the next reading works', async () => {
    for (let at = 1; at <= 8; at++) {
      const counter = openCounter();
      const sam = await opened(counter);
      counter.samSlot.tearAt(at);
      const torn = await tapAndRead(counter, sam);
      expect(torn).toMatchObject({ ok: false, failure: { code: 'SAM_REMOVED' } });
      counter.samSlot.insert(counter.sam);
      expect((await tapAndRead(counter, await opened(counter))).ok).toBe(true);
    }
  });
});

test('readers of other kinds change nothing: a slot more, first or last, and the same reader is found', async () => {
  const counter = openCounter();
  const furniture = new SimulatedSlot({ readerName: 'Yubico YubiKey OTP+FIDO+CCID 00 00' });
  furniture.insert(createCard(sampleResident('R1'), { variant: 'bank-card' }));
  expect((await opened(counter)).reader).toBe('Lab SAM 0');
  expect(furniture.statistics().exchanges).toBe(0);
});
