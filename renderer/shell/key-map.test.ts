import { describe, expect, it } from 'vitest';
import { capOf, keys, meaningOf, type Stroke } from './key-map.ts';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('what a key stroke means', () => {
  it('takes small letters for capitals', () => {
    expect(meaningOf(stroke('s'), 'ground')).toBe(keys.yes);
  });

  it('leaves letters, digits and Enter to a field, and Enter to a button', () => {
    expect(meaningOf(stroke('s'), 'field')).toBeUndefined();
    expect(meaningOf(stroke('1'), 'field')).toBeUndefined();
    expect(meaningOf(stroke('Enter'), 'field')).toBeUndefined();
    expect(meaningOf(stroke('Enter'), 'control')).toBeUndefined();
    expect(meaningOf(stroke('t'), 'control')).toBe(keys.no);
  });

  it('hears function keys and Escape everywhere', () => {
    expect(meaningOf(stroke('F2'), 'field')).toBe(keys.reader);
    expect(meaningOf(stroke('Escape'), 'field')).toBe(keys.back);
  });

  it('ignores a key that is held down, so that it cannot pass through two screens', () => {
    expect(meaningOf(stroke('Enter', { repeat: true }), 'ground')).toBeUndefined();
  });

  it('leaves key combinations to the system', () => {
    expect(meaningOf(stroke('s', { ctrlKey: true }), 'ground')).toBeUndefined();
  });

  it('prints on a cap what stands on the keyboard', () => {
    expect([capOf(keys.primary), capOf(keys.back), capOf(keys.reader)]).toEqual(['Enter ↵', 'Esc', 'F2']);
  });
});
