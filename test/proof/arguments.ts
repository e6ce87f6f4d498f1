/** What a campaign is asked for: its name, how often, by which seed and in which form, with the `--` of npm and without. */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';

interface Asked {
  readonly name: string;
  readonly count: number | undefined;
  readonly seed: number;
  /** One JSON object on standard output. */
  readonly json: boolean;
}

/** Nothing, where the arguments are wrong. */
export function readArguments(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { count: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [name] = positionals;
    // Without `--` npm keeps the flags and hands them on here; `true` is one whose value did not follow on a `=`.
    const given = values.count ?? environment['npm_config_count'];
    const seed = values.seed ?? environment['npm_config_seed'] ?? '1';
    const json = values.json ?? environment['npm_config_json'] === 'true';
    const count = given === undefined ? undefined : Number(given);
    if (name === undefined || positionals.length !== 1) return undefined;
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0)) return undefined;
    if (seed === '' || (values.seed === undefined && seed === 'true')) return undefined;
    return { name, count, seed: seedOf(seed), json };
  } catch {
    return undefined;
  }
}

/**
 * The number itself up to a thousand million, as far as every campaign can reckon with it; of any other number or text a number
 * that is always the same for it.
 */
function seedOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return createHash('sha256').update(text).digest().readUInt32BE() % 1_000_000_000;
}
