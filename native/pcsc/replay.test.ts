import { expect, test } from 'vitest';
import { createReplayTransport } from './replay.ts';

test('the replay adapter follows its script, and fails at the first deviation and ever after', async () => {
  const transport = createReplayTransport(
    [{ name: 'A', atr: '3B80' }],
    [
      { reader: 'A', command: '00A40000', answer: '9000' },
      { reader: 'A', command: '00B00000', answer: { failure: 'CARD_REMOVED' } },
      { reader: 'A', command: '00840000', answer: '9000' },
    ],
  );
  const connected = await transport.connect('A');
  if (!connected.ok) throw new Error(connected.failure.code);
  const send = (hex: string) => connected.value.transmit(Uint8Array.from(Buffer.from(hex, 'hex')));
  expect(await send('00A40000')).toEqual({ ok: true, value: Uint8Array.of(0x90, 0x00) });
  expect(await send('00B00000')).toMatchObject({ failure: { code: 'CARD_REMOVED' } });
  expect(await send('00840001')).toMatchObject({ failure: { code: 'REPLAY_DEVIATION' } });
  expect(await send('00840000')).toMatchObject({ failure: { code: 'REPLAY_DEVIATION' } });
  expect(transport.remaining()).toBe(1);
});
