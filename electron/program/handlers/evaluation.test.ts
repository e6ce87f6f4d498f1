/** Evaluation mode: what a visitor sees has no place for a person, whatever the books hold, and nothing else is answered meanwhile. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '../../../native/failure.ts';
import { evaluationView, semesterReportFields } from '../../contract/index.ts';
import { failureOf, valueOfResult } from '../../store/store.test-support.ts';
import { sampleOfficeAt } from '../sample-office.test-support.ts';
import { evaluationHandlers } from './evaluation.ts';
import type { ProgramParts } from './parts.ts';

async function sampleOffice() {
  const opened = await sampleOfficeAt('2026-11-20T03:00:00Z');
  const { installation, office, agreementId } = opened;
  const parts = {
    installation,
    office,
    changed: () => undefined,
    papers: { list: () => ok([]) },
  } as unknown as ProgramParts;
  const handlers = evaluationHandlers(parts);
  const { sessions } = office.people;
  const asked = { agreementId, from: '2026-11-01', to: '2026-11-20', visitor: 'Dinas Dukcapil (contoh)' };
  return { ...opened, handlers, sessions, asked };
}

it('opens with the screen locked behind it, and is over when whoever began it is back, or has left', async () => {
  const { handlers, sessions, office, asked, installation } = await sampleOffice();
  const view = () => handlers['evaluation.view'](undefined) as ReturnType<typeof viewed>;
  function viewed() {
    return handlers['evaluation.view'](undefined) as { ok: boolean; value?: { number: string } };
  }
  expect(view()).toMatchObject({ failure: { code: 'NOT_SIGNED_IN' } });
  valueOfResult(sessions.practise('uji-widodo'));
  const ahead = { ...asked, to: '2027-01-01' };
  expect(handlers['evaluation.begin'](ahead)).toMatchObject({ failure: { code: 'PERIOD_NOT_COUNTED' } });
  expect(sessions.acting().ok).toBe(true);
  expect(handlers['evaluation.begin'](asked)).toEqual({ ok: true, value: null });
  expect(failureOf(sessions.acting())?.code).toBe('SESSION_LOCKED');
  expect(office.evaluation.running()).toEqual(asked);
  expect(view()).toMatchObject({
    ok: true,
    value: { number: '470.1/0007/CONTOH/2026', visitor: asked.visitor },
  });
  expect(valueOfResult(installation.audit.list(9)).map(({ event }) => event)).toContain('EVALUATION_BEGAN');
  valueOfResult(sessions.practise('contoh-pratama'));
  expect(view()).toMatchObject({ failure: { code: 'NOT_SIGNED_IN' } });
  sessions.lock();
  expect(office.evaluation.running()).toBeUndefined();
  sessions.signOut();
  expect(handlers['evaluation.begin'](asked)).toMatchObject({ failure: { code: 'NOT_SIGNED_IN' } });
});

it('shows no name, number or word of anybody, whatever the books hold', async () => {
  const { handlers, sessions, office, installation, agreementId, asked } = await sampleOffice();
  const manager = { personId: 'uji-widodo', roles: ['ACCESS_MANAGER'], counter: 'Loket 1' } as const;
  const context = { actor: 'simula-ningsih', counter: 'Loket 1', agreementId };
  const staff = valueOfResult(office.people.view({ ...manager, roles: ['AUDITOR'] })).people;
  let no = 0;
  const name = fc.stringMatching(/^zz[a-z]{5,12}zz$/);
  const nik = fc
    .integer({ min: 1, max: 9999 })
    .map((serial) => `400101520388${String(serial).padStart(4, '0')}`);
  valueOfResult(sessions.practise('uji-widodo'));
  handlers['evaluation.begin'](asked);
  fc.assert(
    fc.property(name, nik, (called, number) => {
      no += 1;
      const setting = {
        visitId: `kunjungan-${no}`,
        agreementId,
        profileVersion: 1,
        serviceCode: 'BENIH',
        registrationNo: `REG-${called}-${number}-${no}`,
        operatorId: `op-${called}`,
        counter: 'Loket 1',
        day: '2026-11-20',
      };
      valueOfResult(installation.visits.close(setting, 'CLOSED_NO_SERVICE', installation.clock.now()));
      const event = { event: 'EMERGENCY_STOPPED', reference: `INS-${called}`, reason: called } as const;
      valueOfResult(installation.audit.append({ ...context, actor: `op-${called}` }, event));
      const lost = {
        samId: `sam-${no}`,
        name: called,
        agreementId,
        kind: 'LOST',
        incident: `LP-${called}-${no}`,
      } as const;
      valueOfResult(office.incidents.cardLost(lost, manager));
      const shown = valueOfResult(handlers['evaluation.view'](undefined) as ReturnType<typeof asResult>);
      const { audit, ...rest } = shown;
      const said = JSON.stringify({ ...rest, latest: audit.latest });
      expect(shown.incidents).toHaveLength(no);
      for (const word of [called, number, ...staff.map((person) => person.name)])
        expect(said).not.toContain(word);
      expect(said).not.toMatch(/\d{16}/);
    }),
    { numRuns: 12 },
  );
  function asResult() {
    return ok(evaluationView.parse({}));
  }
});

/** Every text that a schema lets through, by the path to it. */
function texts(schema: z.core.$ZodType, path: string): readonly string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  }
  if (schema instanceof z.ZodArray) return texts(schema.element, path);
  if (schema instanceof z.ZodNullable) return texts(schema.unwrap(), path);
  if (schema instanceof z.ZodString) return [path];
  const closed = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodUnion];
  if (closed.some((kind) => schema instanceof kind)) return [];
  throw new Error(`${path} may hold anything`);
}

it('has no field for the words of anybody: every text in it is a day, a number of a paper or the name of a thing', () => {
  const figures = texts(semesterReportFields, 'figures');
  expect(texts(evaluationView, '')).toEqual([
    '.number',
    '.visitor',
    ...figures.map((path) => `.${path}`),
    '.audit.headHash',
    '.audit.latest.event',
  ]);
  expect(figures.map((path) => path.replace('figures.', ''))).toEqual([
    ...['from', 'to', 'access.month'],
    ...['readers.reader', 'readers.sam', 'readers.place', 'readers.status'],
    ...['services.service', 'balikan.month', 'balikan.reason'],
    ...['users.userIdBasts', 'security.iso.number', 'security.iso.validUntil'],
  ]);
});
