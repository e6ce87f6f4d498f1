import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, textOf, whileTyping } from './day-text.ts';

describe('a day as it is written here', () => {
  it('is read day first', () => {
    expect(dayOf('05-10-2026')).toBe('2026-10-05');
    expect(dayOf('5-1-2026')).toBe('2026-01-05');
  });

  it('is refused when the calendar does not have it', () => {
    for (const text of ['31-02-2026', '29-02-2026', '00-10-2026', '12-13-2026', '12-12-26', '2026-10-05', ''])
      expect(dayOf(text), text).toBeUndefined();
    expect(dayOf('29-02-2028')).toBe('2028-02-29');
  });

  it('comes back from its own text, whatever the day', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(days, (day) => dayOf(textOf(day)) === day));
  });

  it('needs eight digits and no hyphen', () => {
    const typed = [...'05102026'].reduce((before, digit) => whileTyping(before + digit, before), '');
    expect(typed).toBe('05-10-2026');
  });

  it('takes other separators, and lets itself be taken back', () => {
    expect(whileTyping('5/', '5')).toBe('5-');
    expect(whileTyping('05', '05-')).toBe('05');
  });
});
