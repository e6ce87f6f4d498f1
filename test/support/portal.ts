/** An officer who types a NIK and works in the official portal beside the counter, as keys. */
import type { Counter } from './counter.ts';

/** Of a region that does not exist; the sample region is refused outside practice. */
export const unknownNik = (serial: number, birth = '010190') =>
  `990101${birth}${String(serial).padStart(4, '0')}`;

export async function typeNik({ window }: Counter, nik: string): Promise<void> {
  await window.press('Enter');
  await window.untilText('0 dari 16 digit');
  await window.press(...nik, 'Enter');
}

export async function atPortal({ window }: Counter): Promise<void> {
  await window.untilText('Buka portal resmi Dukcapil dan masukkan NIK ini');
}

/** Data was found there, and everything agrees with the papers. */
export async function foundInPortal(counter: Counter): Promise<void> {
  const { window } = counter;
  await atPortal(counter);
  await window.press('d');
  await window.untilText('Cocokkan dengan dokumen pemohon');
  await window.press('s');
  await window.untilState('RESULT_MATCH');
}
