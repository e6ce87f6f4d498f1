/**
 * What the program can be told when it is started. Everything else is a setting inside it.
 *
 * `--training` practise on simulated readers, cards and services · `--work` real work: the agreements, people and readers of this
 * office; what a start without a mode does once work was begun on this computer · `--profile=FILE` for developers: serve under the
 * agreement and connection in FILE with sample people; an installed program does not know it · `--data=DIR` keep the data there ·
 * `--passphrase-file=FILE` open the keys with the passphrase in FILE where the system has no key store · `--picture=FILE` write
 * a PNG of the first window · `--page=beranda|loket` show this page first.
 */
import { join, resolve } from 'node:path';

export interface ProgramArguments {
  readonly mode:
    | { readonly kind: 'training' }
    | { readonly kind: 'work' }
    | { readonly kind: 'profile'; readonly file: string };
  readonly dataFolder: string;
  readonly passphraseFile?: string;
  readonly picture?: string;
  readonly firstPage: 'beranda' | 'loket';
}

export interface Surroundings {
  /** Where the system keeps the data of programs. */
  readonly appData: string;
  readonly installed: boolean;
  /** Whether this folder holds the keys of an installation. */
  readonly begun: (folder: string) => boolean;
}

/** One for each mode, so that no visit of practice or development is ever found among the real ones (design section 9). */
const folders = { training: 'ketuk-latihan', work: 'ketuk', profile: 'ketuk-uji' } as const;

export function programArguments(argv: readonly string[], around: Surroundings): ProgramArguments {
  const passphraseFile = flag(argv, 'passphrase-file');
  const picture = flag(argv, 'picture');
  const mode = modeOf(argv, around);
  const usual = join(around.appData, folders[mode.kind]);
  return {
    mode,
    dataFolder: resolve(flag(argv, 'data') ?? flag(argv, 'user-data-dir') ?? usual),
    firstPage: flag(argv, 'page') === 'loket' ? 'loket' : 'beranda',
    ...(passphraseFile === undefined ? {} : { passphraseFile: resolve(passphraseFile) }),
    ...(picture === undefined ? {} : { picture: resolve(picture) }),
  };
}

function modeOf(argv: readonly string[], around: Surroundings): ProgramArguments['mode'] {
  const profile = around.installed ? undefined : flag(argv, 'profile');
  if (profile !== undefined) return { kind: 'profile', file: resolve(profile) };
  if (argv.includes('--training')) return { kind: 'training' };
  const begun = around.begun(join(around.appData, folders.work));
  return { kind: argv.includes('--work') || begun ? 'work' : 'training' };
}

function flag(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}
