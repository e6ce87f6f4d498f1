import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withHints } from './page-hints.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketuk-hints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const html = '<head><title>Ketuk</title></head>';

it('names the files of the page that the host asks for, each once, and none that the HTML names itself', () => {
  mkdirSync(join(folder, '.vite'));
  const chunks = {
    'index.html': { file: 'index.js', imports: ['_react'], assets: ['face.woff2', 'mark.svg'] },
    _react: { file: 'react.js' },
    _shell: { file: 'shell.js', imports: ['_react', 'index.html'], css: ['shell.css'] },
    'home/index.tsx': { file: 'home.js', imports: ['_shell', 'index.html'] },
    'visit/index.tsx': { file: 'visit.js', imports: ['_shell'] },
    '../resources/messages/id.ts': { file: 'id.js' },
  };
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(chunks));
  const files = [...withHints(html, 'beranda', folder).matchAll(/href="\.\/([^"]+)"/g)].map(
    ([, file]) => file,
  );
  expect(files).toEqual(['shell.js', 'shell.css', 'home.js', 'id.js', 'face.woff2']);
  const visit = withHints(html, 'kunjungan-0123456789', folder);
  expect(visit).toContain('<link rel="modulepreload" crossorigin href="./visit.js">');
  expect(visit).toContain('<link rel="preload" as="font" type="font/woff2" crossorigin href="./face.woff2">');
});

it('leaves the HTML as it is where the build left no list', () => {
  expect(withHints(html, 'beranda', folder)).toBe(html);
});

it.each([
  'null',
  '{"index.html":1}',
  '{"home/index.tsx":{}}',
  '{"home/index.tsx":{"file":"home.js","css":"home.css"}}',
  '{"home/index.tsx":{"file":"home.js","imports":[1]}}',
])('leaves the HTML as it is where the list is damaged: %s', (list) => {
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite', 'manifest.json'), list);
  expect(withHints(html, 'beranda', folder)).toBe(html);
});
