/** The catalogue of failures as a page of the docs, so that the docs cannot say anything else than the program. */
import type { FailureCatalogue, Link } from '../../native/failure.ts';
import { cardFailures } from '../../native/failure-catalogue.ts';
import { appFailures } from './failures/index.ts';

const links: Readonly<Record<Link, string>> = {
  service: 'Service (PC/SC resource manager)',
  driver: 'Driver',
  reader: 'Reader',
  slot: 'Slot',
  card: 'Card',
  'this-card': 'This card',
  sam: 'SAM',
  network: 'Network',
  gateway: 'Gateway',
  agreement: 'Agreement',
  store: 'Store',
  program: 'Program',
};

export function failurePage(): string {
  const all: FailureCatalogue<string> = { ...cardFailures, ...appFailures };
  const lines = [
    '# Failures',
    '',
    'Every failure names the broken link, why it broke and what to do. Generated from the two catalogues',
    '(`native/failure-catalogue.ts`, `electron/contract/failures/`); a test compares.',
  ];
  for (const [link, title] of Object.entries(links)) {
    const codes = Object.entries(all).filter(([, entry]) => entry.link === link);
    if (codes.length === 0) continue;
    lines.push('', `## ${title}`, '', '| code | cause | cure | again |', '| --- | --- | --- | --- |');
    for (const [code, { cause, cure, retry }] of codes) {
      lines.push(`| \`${code}\` | ${cause.id}<br>*${cause.en}* | ${cure.id}<br>*${cure.en}* | ${retry} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
