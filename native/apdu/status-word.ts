/**
 * Names for status words (ISO 7816-4 §5.6, with what the KTP-el fact sheet 2.4 saw). A name helps people read a trace; what a
 * word *means* for a reading is decided where the command is sent.
 */

export const SW = {
  OK: 0x9000,
  END_OF_FILE: 0x6282,
  WRONG_LENGTH: 0x6700,
  SECURITY_STATUS: 0x6982,
  BLOCKED: 0x6983,
  CONDITIONS: 0x6985,
  SM_OBJECT_MISSING: 0x6987,
  SM_OBJECT_WRONG: 0x6988,
  FILE_NOT_FOUND: 0x6a82,
  WRONG_OFFSET: 0x6b00,
  INS_UNSUPPORTED: 0x6d00,
  CLA_UNSUPPORTED: 0x6e00,
  UNDIAGNOSED: 0x6f00,
} as const;

const names = new Map<number, string>([
  [SW.OK, 'success'],
  [SW.END_OF_FILE, 'end of file before Le'],
  [SW.WRONG_LENGTH, 'wrong length'],
  [SW.SECURITY_STATUS, 'security status not satisfied'],
  [SW.BLOCKED, 'blocked'],
  [SW.CONDITIONS, 'conditions of use not satisfied'],
  [SW.SM_OBJECT_MISSING, 'secure messaging object missing'],
  [SW.SM_OBJECT_WRONG, 'secure messaging object incorrect'],
  [0x6a80, 'incorrect data'],
  [SW.FILE_NOT_FOUND, 'file not found'],
  [0x6a86, 'incorrect P1 P2'],
  [SW.WRONG_OFFSET, 'wrong offset'],
  [SW.INS_UNSUPPORTED, 'instruction not supported'],
  [SW.CLA_UNSUPPORTED, 'class not supported'],
  [SW.UNDIAGNOSED, 'no precise diagnosis'],
]);

const classes = new Map<number, string>([
  [0x61, 'more data available'],
  [0x62, 'warning'],
  [0x63, 'warning, memory changed'],
  [0x64, 'execution error'],
  [0x65, 'execution error, memory changed'],
  [0x66, 'security error'],
  [0x67, 'wrong length'],
  [0x68, 'function in class not supported'],
  [0x69, 'command not allowed'],
  [0x6a, 'wrong parameters'],
  [0x6c, 'wrong Le'],
]);

/** E.g. `SW 6982 (security status not satisfied)`. */
export function nameStatusWord(sw: number): string {
  const hex = sw.toString(16).toUpperCase().padStart(4, '0');
  return `SW ${hex} (${names.get(sw) ?? classes.get(sw >> 8) ?? 'unknown'})`;
}
