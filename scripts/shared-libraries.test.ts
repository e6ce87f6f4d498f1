import { expect, it } from 'vitest';
import { missingLibraries } from './shared-libraries.mjs';

it('finds in the answer of ldd what is not there, and only that', () => {
  const report = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibnss3.so => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibgbm.so.1 => not found',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f)',
  ].join('\n');
  expect(missingLibraries(report)).toEqual(['libnss3.so', 'libgbm.so.1']);
});
