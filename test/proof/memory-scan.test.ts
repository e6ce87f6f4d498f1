import { expect, it } from 'vitest';
import { needlesOf, processTree, scanProcess } from './memory-scan.ts';

it('finds what is in memory, in both string forms, and the photo', () => {
  const text = ['JALAN', 'PERCOBAAN', String(process.pid)].join(' ');
  const photo = Uint8Array.from({ length: 300 }, (_, index) => (index * 37 + process.pid) % 251);
  const kept = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(photo)];
  const found = new Set(
    scanProcess(process.pid, needlesOf({ address: text }, photo)).map(({ needle }) => needle),
  );
  expect([...found]).toEqual(
    expect.arrayContaining(['address (UTF-8)', 'address (UTF-16)', 'photo at 0.7 (raw)']),
  );
  expect(kept).toHaveLength(3);
});

it('knows a process and its children', () => {
  expect(processTree(process.pid)).toContain(process.pid);
});
