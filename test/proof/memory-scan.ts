/**
 * Looks for a resident where no resident may be: in the memory of every process of the program and in every byte of its folders.
 * Linux only, as root or as the owner of the processes (`/proc/PID/mem`).
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Needle, searchFor } from './needle-search.ts';

export type { Needle } from './needle-search.ts';

export interface Trace {
  readonly where: string;
  readonly needle: string;
  /** What kind of memory or which file it lay in. */
  readonly place: string;
}

/** What would be recognisable of one resident: text in both string forms of V8, and pieces of the photo raw and in base64. */
export function needlesOf(texts: Readonly<Record<string, string>>, photo: Uint8Array): Needle[] {
  const needles: Needle[] = [];
  for (const [name, text] of Object.entries(texts)) {
    needles.push({ name: `${name} (UTF-8)`, bytes: Buffer.from(text, 'utf8') });
    needles.push({ name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') });
  }
  // The beginning of a JPEG is tables that all photos share, so the pieces come from behind it.
  const base64 = Buffer.from(photo).toString('base64');
  for (const part of [0.5, 0.7, 0.9]) {
    const start = Math.floor(photo.length * part);
    needles.push({ name: `photo at ${part} (raw)`, bytes: Buffer.from(photo.subarray(start, start + 24)) });
    const text = base64.slice(Math.floor(base64.length * part)).slice(0, 32);
    needles.push({ name: `photo at ${part} (base64)`, bytes: Buffer.from(text, 'latin1') });
  }
  return needles;
}

const chunkBytes = 8 * 1024 * 1024;
const overlap = 512;

/** Every mapping that can hold what the program wrote. Read-only pages of files on disk hold what is in those files. */
export function scanProcess(pid: number, needles: readonly Needle[]): Trace[] {
  const traces: Trace[] = [];
  let memory: number;
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
  const name = commandOf(pid);
  const search = searchFor(needles);
  const buffer = Buffer.alloc(chunkBytes + overlap);
  try {
    for (const line of maps.split('\n')) {
      const region = /^([0-9a-f]+)-([0-9a-f]+) (r)(.)..\s\S+ \S+ (\d+)\s*(.*)$/.exec(line);
      if (region === null) continue;
      const [, from = '0', to = '0', , writable = '-', inode = '0', place = ''] = region;
      if (place === '[vvar]' || place === '[vsyscall]') continue;
      if (inode !== '0' && writable === '-') continue;
      const end = Number.parseInt(to, 16);
      for (let at = Number.parseInt(from, 16); at < end; at += chunkBytes) {
        const length = readAt(memory, buffer, at, Math.min(chunkBytes + overlap, end - at));
        for (const needle of search(buffer.subarray(0, length))) {
          traces.push({ where: `${name} (${pid})`, needle: needle.name, place: place || 'anonymous' });
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return traces;
}

/** Pages that were never touched cannot be read from some mappings; they hold nothing. */
function readAt(memory: number, buffer: Buffer, position: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, position);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EIO' || code === 'EFAULT' || isGone(error)) return 0;
    throw error;
  }
}

export function scanFolder(folder: string, needles: readonly Needle[]): Trace[] {
  return searchFolder(folder, searchFor(needles));
}

function searchFolder(folder: string, search: ReturnType<typeof searchFor>): Trace[] {
  const traces: Trace[] = [];
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) traces.push(...searchFolder(path, search));
    else if (entry.isFile()) {
      for (const needle of search(readIfThere(path))) {
        traces.push({ where: 'disk', needle: needle.name, place: path });
      }
    }
  }
  return traces;
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isGone(error)) return Buffer.alloc(0);
    throw error;
  }
}

/** A process and all that descend from it. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  const tree = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (tree.has(parent) && !tree.has(pid)) {
        tree.add(pid);
        grew = true;
      }
    }
  }
  return [...tree].filter((pid) => parents.has(pid));
}

/** What a process of Electron is for, by its command line. */
export function commandOf(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/\0| /);
    const kind = words.find((word) => word.startsWith('--type='))?.slice(7) ?? 'main';
    const subtype = words.find((word) => word.startsWith('--utility-sub-type='))?.slice(19);
    return subtype === undefined ? kind : `${kind} ${subtype}`;
  } catch {
    return 'ended';
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ESRCH' || code === 'ENOTDIR';
}
