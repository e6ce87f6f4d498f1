/** Searches the program, while it runs and after it has ended, for everybody who was at the counter. */
import { type Needle, needlesOf, scanFolder, scanProcess, type Trace } from '../memory-scan.ts';
import type { Entry } from './diary.ts';

export function tracesOf(
  diary: readonly Entry[],
  pids: readonly number[],
  folders: readonly string[],
): readonly Trace[] {
  const needles = diary.flatMap(needlesFor);
  return [
    ...pids.flatMap((pid) => scanProcess(pid, needles)),
    ...folders.flatMap((folder) => scanFolder(folder, needles)),
  ];
}

export function needlesFor({ no, resident }: Pick<Entry, 'no' | 'resident'>): readonly Needle[] {
  const { id, nik, name, address, photo } = resident;
  // The sample residents are in the program themselves, for practice, all but their photos.
  const texts: Readonly<Record<string, string>> = id.startsWith('R') ? {} : { NIK: nik, name, address };
  return needlesOf(texts, photo).map(({ name: of, bytes }) => ({ name: `visit ${no}: ${of}`, bytes }));
}
