/** Files as a person brings them: papers and settings in a folder, and the system's dialog in which one of them is chosen. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelInput } from '../../electron/contract/index.ts';
import type { LaunchedApp } from '../electron/launch.ts';
import type { Counter } from './counter.ts';

type Opened = Pick<LaunchedApp, 'app'>;

/** From now on the dialog of the program ends with this file. */
export async function willChoose({ app }: Opened, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** From now on whatever is saved goes to this file. */
export async function willSaveAs({ app }: Opened, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);
}

/** A signed paper of one page, scanned, and chosen in the dialog. Gives the id under which it waits. */
export async function scanned(counter: Counter, kind: ChannelInput<'scans.pick'>['kind']): Promise<string> {
  await willChoose(counter, paper(counter.world.folder, `${kind.toLowerCase()}.pdf`));
  const picked = await counter.told('scans.pick', { kind });
  if (picked === null) throw new Error('the dialog was closed');
  return picked.scanId;
}

export function jsonFile(folder: string, name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

function paper(folder: string, name: string): string {
  const path = join(folder, name);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj ${object} endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer << /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  writeFileSync(path, text);
  return path;
}
