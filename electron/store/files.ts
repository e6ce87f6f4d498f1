/** Small files that must be whole or absent after a power cut. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes beside the target, brings it to the disk, then renames: a reader sees the old file or the new one, whole. */
export function writeDurably(path: string, content: string): void {
  const temporary = prepare(path, content);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Like {@link writeDurably}, but gives false and changes nothing when the target exists already. */
export function createDurably(path: string, content: string): boolean {
  const temporary = prepare(path, content);
  try {
    return publish(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Gives a finished file its name unless that name is taken. Two starting programs cannot both succeed. */
export function publish(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  rmSync(temporary);
  syncFolder(dirname(path));
  return true;
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the name of a new file durable. Windows cannot open folders and needs no such step. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function prepare(path: string, content: string): string {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return temporary;
}
