/** Cards that are not a KTP-el: they answer to reset and know no DF 7F0A. */
import { answer, at, fromHex } from '../bytes.ts';
import type { Device } from '../device.ts';

const READER_UID = [0xff, 0xca, 0x00, 0x00, 0x00];
const SELECT = 0xa4;

/** A bank card: type A, invented historical bytes, 6A82 to every SELECT it does not know. */
export class BankCard implements Device {
  readonly link = 'contactless-a';
  readonly atr = fromHex('3B8880010031C1640857C00002');

  powerUp(): void {}

  powerDown(): void {}

  exchange(command: Uint8Array): Uint8Array {
    if (READER_UID.every((byte, index) => byte === at(command, index))) {
      return answer(0x9000, fromHex('08C0FFEE'));
    }
    if (at(command, 0) === 0xff) return answer(0x6a81);
    if (at(command, 0) !== 0x00) return answer(0x6e00);
    return answer(at(command, 1) === SELECT ? 0x6a82 : 0x6d00);
  }
}
