/** The files of the KTP-el application and who may read them. KTP-el fact sheet 2.1. */

export const KTP_DF = 0x7f0a;

export const CARD_CONTROL = 0x6ff0;
export const BIODATA = 0x6ff1;
export const PHOTO = 0x6ff2;
export const SIGNATURE = 0x6ff3;
export const RIGHT_MINUTIAE = 0x6ff4;
export const LEFT_MINUTIAE = 0x6ff5;
export const DIGITAL_SIGNATURE = 0x6ff6;

/** Read without secure messaging; every other file answers a plain READ BINARY with 6982 (inferred, fact sheet 2.1). */
export const PLAIN_FILES: ReadonlySet<number> = new Set([CARD_CONTROL, PHOTO]);

/** Enciphered inside the chip a second time; the SAM removes that after FA 05 (inferred, fact sheet 7.1). */
export const AT_REST_FILES: ReadonlySet<number> = new Set([SIGNATURE, RIGHT_MINUTIAE, LEFT_MINUTIAE]);

/** What the digital signature covers, in this order. Fact sheet 3.4. */
export const SIGNED_FILES: readonly number[] = [BIODATA, PHOTO, SIGNATURE, RIGHT_MINUTIAE, LEFT_MINUTIAE];
