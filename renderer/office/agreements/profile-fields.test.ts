import { describe, expect, it } from 'vitest';
import { agreementProfile, leavesOf } from '../../../electron/contract/index.ts';
import desaMakmur from '../../../resources/agreements/desa-makmur.json' with { type: 'json' };
import interop from '../../../resources/agreements/interop.json' with { type: 'json' };
import lembahSosial from '../../../resources/agreements/lembah-sosial.json' with { type: 'json' };
import tirtaPangan from '../../../resources/agreements/tirta-pangan.json' with { type: 'json' };
import { en } from '../../../resources/messages/en.ts';
import { id } from '../../../resources/messages/id.ts';
import { valueAt } from '../parts/draft.ts';
import { type FieldSpec, fieldsOf, isGroup } from './profile-field-kinds.ts';
import { profileSections } from './profile-fields.ts';
import { labelOf, type Say, textOf } from './words.ts';

const fields = profileSections.flatMap(fieldsOf);

/** As much of a schema of zod as says what is in it. */
interface Shape {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Shape>>;
    readonly innerType?: Shape;
    readonly out?: Shape;
    readonly in?: Shape;
    readonly element?: Shape;
    readonly options?: readonly Shape[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly keyType?: Shape;
  };
}

/** Place → options; of a list of rows the list itself is the place. */
function placesOf({ def }: Shape, path = ''): readonly (readonly [string, readonly string[] | undefined])[] {
  if (def.innerType !== undefined) return placesOf(def.innerType, path);
  if (def.type === 'pipe' && def.out !== undefined) return placesOf(def.out, path);
  if (def.shape !== undefined) {
    return Object.entries(def.shape).flatMap(([name, part]) =>
      placesOf(part, path === '' ? name : `${path}.${name}`),
    );
  }
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => placesOf(option, path));
  if (def.type === 'record' && def.keyType?.def.entries !== undefined) {
    return Object.keys(def.keyType.def.entries).map((key) => [`${path}.${key}`, undefined] as const);
  }
  const entries = def.entries ?? def.element?.def.entries;
  return [[path, entries === undefined ? undefined : Object.keys(entries)] as const];
}

const said = (tree: object): Say => {
  return (key, blanks = {}) => {
    const text = valueAt(tree as Readonly<Record<string, unknown>>, key);
    if (typeof text !== 'string') throw new Error(`no words for ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(blanks[name]));
  };
};

function wordsOf(field: FieldSpec): readonly string[] {
  const label = `agreements.fields.${field.path}`;
  if (field.kind === 'one' || field.kind === 'some')
    return [label, ...field.options.map((option) => `agreements.words.${field.words}.${option}`)];
  if (field.kind !== 'rows') return [label];
  return [
    label,
    ...field.columns.flatMap(({ name, words, options = [] }) => [
      `agreements.columns.${field.named}.${name}`,
      ...options.map((option) => `agreements.words.${words}.${option}`),
    ]),
  ];
}

describe('the table of the fields', () => {
  const places = new Map(placesOf(agreementProfile as unknown as Shape));

  it('has a field for every place of the schema, and none for a place that is not there', () => {
    // The version is counted by main, and no field is asked for twice.
    const asked = fields.map(({ path }) => path).sort();
    expect(asked).toEqual([...places.keys()].filter((path) => path !== 'profileVersion').sort());
  });

  it('offers the very options of the schema', () => {
    for (const field of fields) {
      const options = places.get(field.path);
      if (options === undefined || field.kind === 'elements' || field.kind === 'storable') continue;
      expect('options' in field && [...field.options].sort(), field.path).toEqual([...options].sort());
    }
  });

  it('has words for everything in both languages', () => {
    const keys = [
      ...profileSections.flatMap(({ section }) => [
        `agreements.sections.${section}`,
        `agreements.sectionNotes.${section}`,
      ]),
      ...profileSections.flatMap(({ items }) =>
        items.filter(isGroup).map(({ group }) => `agreements.groups.${group}`),
      ),
      ...fields.flatMap(wordsOf),
    ];
    for (const key of keys) for (const tree of [id, en]) expect(said(tree)(key)).not.toBe('');
  });
});

describe('the words for a change', () => {
  const say = said(id);

  it('name every place of every sample agreement, and say no code where there is a word', () => {
    for (const sample of [tirtaPangan, lembahSosial, desaMakmur, interop]) {
      for (const [path, value] of leavesOf(agreementProfile.parse(sample))) {
        if (path === 'profileVersion') continue;
        const label = labelOf(path, say);
        expect(label, path).not.toBe(path);
        expect(textOf(path, value, say, 'id'), path).not.toMatch(/^(true|false|undefined)$/);
      }
    }
  });

  it('read like a sentence of the paper', () => {
    expect(labelOf('services.0.code', say)).toBe('Layanan 1 · Kode');
    expect(labelOf('webServiceGrant', say)).toBe('Dasar web service');
    expect(textOf('quota.dailyHits', '', say, 'id')).toBe('tidak ada');
    expect(textOf('photoForHolderCheck', 'true', say, 'id')).toBe('Ya');
    expect(textOf('signedOn', '2026-03-02', say, 'id')).toBe('Senin, 2 Maret 2026');
    expect(textOf('storageRetention', 'P2Y', say, 'id')).toBe('2 tahun');
    expect(textOf('accessMethods', 'WEB_PORTAL, CARD_READER', say, 'id')).toBe(
      'Portal web Dukcapil, Perangkat pembaca KTP-el',
    );
    expect(textOf('elements.CARD_READER', 'NIK, ADDRESS', say, 'id')).toBe('NIK, Alamat Sekarang');
    expect(textOf('reports.to', 'DUKCAPIL_LOCAL, INSPEKTORAT', say, 'id')).toBe(
      'Dinas Dukcapil setempat, INSPEKTORAT',
    );
  });
});
