/** Looks into source files for what the table of rules names: declarations, and the titles of tests. */
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const root = new URL('../../', import.meta.url);

/** The text of a file of the repository, `undefined` where there is none. */
export function textOf(file: string): string | undefined {
  const url = new URL(file, root);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

function parsed(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** What a file declares under a name of its own, wherever in it. */
export function declaredNames(file: string, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== undefined) names.add(name);
    ts.forEachChild(node, look);
  };
  look(parsed(file, text));
  for (const [, trigger = ''] of text.matchAll(/CREATE (?:TRIGGER|TABLE|UNIQUE INDEX) (\w+)/g))
    names.add(trigger);
  return names;
}

function nameOf(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertyAssignment(node);
  if (!isDeclaration || node.name === undefined) return undefined;
  // A wall of the house is an object whose name is its value.
  if (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'name' &&
    ts.isStringLiteral(node.initializer)
  ) {
    return node.initializer.text;
  }
  return node.name.getText();
}

/** The tests of a file, by title and by `describe > test`; how often each occurs. Tests that are skipped do not count. */
export function testTitles(file: string, text: string): ReadonlyMap<string, number> {
  const titles = new Map<string, number>();
  const count = (title: string) => titles.set(title, (titles.get(title) ?? 0) + 1);
  const look = (node: ts.Node, around: string): void => {
    const call = ts.isCallExpression(node) ? namedCall(node) : undefined;
    if (call !== undefined && call.kind !== 'describe') {
      count(call.title);
      if (around !== '') count(`${around} > ${call.title}`);
    }
    ts.forEachChild(node, (child) => look(child, call?.kind === 'describe' ? call.title : around));
  };
  look(parsed(file, text), '');
  return titles;
}

interface NamedCall {
  readonly kind: string;
  readonly title: string;
}

/** `test('…', …)`, `it.each(…)('…', …)` and their like. */
function namedCall(node: ts.CallExpression): NamedCall | undefined {
  const [title] = node.arguments;
  if (title === undefined || !ts.isStringLiteralLike(title)) return undefined;
  const words = calleeWords(node.expression);
  const [kind = ''] = words;
  const runs =
    ['describe', 'it', 'test'].includes(kind) && !words.includes('skip') && !words.includes('todo');
  return runs ? { kind, title: title.text } : undefined;
}

/** `it.each(table)` → `it`, `each`. */
function calleeWords(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...calleeWords(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return calleeWords(node.expression);
  return [];
}
