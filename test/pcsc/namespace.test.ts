/** The place the card tests run in: a card service of its own, with the virtual reader and nothing else. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { Context } from 'smartcard';
import { expect, it } from 'vitest';

it('has the two slots of the virtual reader, and no reader of this machine', () => {
  const context = new Context();
  try {
    const names = context.listReaders().map(({ name }) => name);
    expect(names).toEqual([
      expect.stringMatching(/^Virtual PCD 00 00/),
      expect.stringMatching(/^Virtual PCD 00 01/),
    ]);
  } finally {
    context.close();
  }
});

it('has no network but its own loopback, whose acknowledgements do not wait', () => {
  expect(Object.keys(networkInterfaces())).toEqual(['lo']);
  const routes = execFileSync('ip', ['route', 'show', 'table', 'local'], { encoding: 'utf8' });
  const loopback = routes.split('\n').filter((line) => line.startsWith('local 127.'));
  expect(loopback).not.toEqual([]);
  expect(loopback.filter((line) => !line.includes('quickack 1'))).toEqual([]);
});

it('has a /run of its own, in which nothing of this machine lies', () => {
  // `mount` is where mount(8) itself keeps notes.
  expect(readdirSync('/run').filter((name) => !['mount', 'pcscd', 'user'].includes(name))).toEqual([]);
});
