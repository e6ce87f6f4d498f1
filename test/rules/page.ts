/** The table of rules as a page of the docs. */
import { isCode, wordsAt } from './messages.ts';
import type { Chapter, Rule } from './rule.ts';

export function rulesPage(chapters: readonly Chapter[]): string {
  const rules = chapters.flatMap((chapter) => chapter.rules);
  const later = rules.filter(isLeft);
  const partly = rules.filter((rule) => rule.open !== undefined && !isLeft(rule));
  const lines = [
    '# Rules',
    '',
    'Every rule of the domain that the program answers for: the code that enforces it, the message a person reads, the test that',
    'proves it. Generated from `test/rules`; a test holds every line to the sources and writes this page anew with',
    '`npx vitest run test/rules -u`. Messages in capitals are codes of [failures.md](failures.md) or official notices; the others',
    'are places in `resources/messages`.',
    '',
    `Of ${rules.length} rules ${rules.length - later.length - partly.length} are met, ${partly.length} are met but for what is marked **open**, ${later.length} are left.`,
    '**Decided** marks where the design departs from the letter of a rule, and how.',
  ];
  for (const { title, rules: listed } of chapters) {
    lines.push(
      '',
      `## ${title}`,
      '',
      '| rule | enforced by | message | proven by |',
      '| --- | --- | --- | --- |',
    );
    for (const rule of listed) lines.push(row(rule));
  }
  return `${lines.join('\n')}\n`;
}

function isLeft(rule: Rule): boolean {
  return Object.keys(rule.code).length === 0;
}

function row(rule: Rule): string {
  const name = `**${rule.rule}** ${rule.title}`;
  const decided = rule.decided === undefined ? [] : [`**decided**: ${rule.decided}`];
  const open = Object.entries(rule.open ?? {}).map(([later, what]) => `**open** (${later}): ${what}`);
  const code = linked(rule.code, (symbol) => `\`${symbol}\``);
  const tests = linked(rule.tests, (title) => title);
  return `| ${[[name, ...decided, ...open], code, rule.messages.map(message), tests].map(cell).join(' | ')} |`;
}

function linked(
  places: Readonly<Record<string, readonly string[]>>,
  shown: (name: string) => string,
): readonly string[] {
  return Object.entries(places).flatMap(([file, names]) =>
    names.map((name) => `[${shown(plain(name))}](../${file})`),
  );
}

function message(named: string): string {
  return isCode(named) ? `\`${named}\`` : `\`${named}\`: ${wordsAt(named) ?? ''}`;
}

/** Keeps a bracket or a placeholder of a title from being read as Markdown. */
function plain(name: string): string {
  return name.replace(/[[\]]/g, '\\$&');
}

function cell(lines: readonly string[]): string {
  return lines.length === 0 ? '–' : lines.join('<br>').replaceAll('|', '\\|');
}
