/** Reads the text fields of a multipart form (RFC 7578), which is how one consumer sends its data balikan (gateway fact sheet 5.2, body A). */

export function readForm(contentType: string, body: Buffer): ReadonlyMap<string, string> | undefined {
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return undefined;
  // Latin-1 keeps one character per byte, so that lengths and marks are found before the text is decoded.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${mark}`);
  if (parts.length < 3 || !parts.at(-1)?.startsWith('--')) return undefined;
  const fields = new Map<string, string>();
  for (const part of parts.slice(1, -1)) {
    const field = readPart(part);
    if (field === undefined) return undefined;
    fields.set(field.name, field.value);
  }
  return fields;
}

function readPart(part: string): { name: string; value: string } | undefined {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const name = /^content-disposition:\s*form-data\s*;.*\bname="([^"]*)"/im.exec(part.slice(0, end))?.[1];
  if (name === undefined) return undefined;
  return { name, value: Buffer.from(part.slice(end + 4), 'latin1').toString('utf8') };
}
