/**
 * Writes JSON the way the gateway does: identity numbers may stand there as bare numbers of sixteen digits, which no
 * JavaScript number can hold once they pass 2^53 (gateway fact sheet 0.3). Hence a number that is kept as its digits.
 */

export class BareNumber {
  readonly digits: string;

  constructor(digits: string) {
    if (!/^(0|[1-9][0-9]*)$/.test(digits))
      throw new RangeError('a JSON number has digits and no leading zero');
    this.digits = digits;
  }
}

export type Json =
  | string
  | number
  | boolean
  | null
  | BareNumber
  | readonly Json[]
  | { readonly [key: string]: Json };

export function writeJson(value: Json): string {
  if (value instanceof BareNumber) return value.digits;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The object that a request body holds, or undefined when the body is no JSON object. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = readJson(text);
  return isObject(value) ? value : undefined;
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer here, not a fault: the caller refuses the request as the real server would.
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
