import { describe, expect, it } from 'vitest';
import { askedElements } from './asked-elements.ts';

describe('what a consent asks for', () => {
  it('counts an address as one thing and shows all of it', () => {
    const reason = 'Menetapkan titik penyaluran';
    const items = askedElements([
      { part: 'FULL_NAME', value: 'SEKAR CONTOHWATI', reason: 'Mencetak tanda terima' },
      { part: 'ADDRESS.STREET', value: 'JL. PERAGA NO. 1', reason },
      { part: 'ADDRESS.VILLAGE_NAME', value: 'CONTOH MAKMUR', reason },
      { part: 'ADDRESS.RT', value: '001', reason },
    ]);
    expect(items.map(({ element }) => element)).toEqual(['FULL_NAME', 'ADDRESS']);
    expect(items[1]).toMatchObject({
      label: { id: 'Alamat', en: 'Address' },
      value: 'JL. PERAGA NO. 1, CONTOH MAKMUR, RT 001',
      reason,
    });
  });
});
