/**
 * What the program can be told when it is started. Everything else is a setting inside it.
 *
 * `--training` practise on simulated readers, cards and services · `--profile=FILE` serve under the agreement and connection
 * in FILE · `--data=DIR` keep the data there · `--passphrase-file=FILE` open the keys with the passphrase in FILE where the
 * system has no key store · `--picture=FILE` write a PNG of the first window · `--page=beranda|loket` show this page first.
 */
import { join, resolve } from 'node:path';

export interface ProgramArguments {
  readonly mode: { readonly kind: 'training' } | { readonly kind: 'profile'; readonly file: string };
  readonly dataFolder: string;
  readonly passphraseFile?: string;
  readonly picture?: string;
  readonly firstPage: 'beranda' | 'loket';
}

export interface Folders {
  /** Where the system keeps the data of programs. */
  readonly appData: string;
}

export function programArguments(argv: readonly string[], folders: Folders): ProgramArguments {
  const profile = flag(argv, 'profile');
  const passphraseFile = flag(argv, 'passphrase-file');
  const picture = flag(argv, 'picture');
  // Practice has a data folder of its own, so that no training visit is ever found among the real ones (design section 9).
  const usual = join(folders.appData, profile === undefined ? 'ketuk-latihan' : 'ketuk');
  const folder = flag(argv, 'data') ?? flag(argv, 'user-data-dir') ?? usual;
  return {
    mode: profile === undefined ? { kind: 'training' } : { kind: 'profile', file: resolve(profile) },
    dataFolder: resolve(folder),
    firstPage: flag(argv, 'page') === 'loket' ? 'loket' : 'beranda',
    ...(passphraseFile === undefined ? {} : { passphraseFile: resolve(passphraseFile) }),
    ...(picture === undefined ? {} : { picture: resolve(picture) }),
  };
}

function flag(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}
