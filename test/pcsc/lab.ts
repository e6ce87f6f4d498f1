/**
 * Chip and SAM in a process of their own. They must not share a thread with the program under test: some calls of the PC/SC binding hold their
 * thread until the driver answers, and here the driver asks these slots.
 */
import { createCard, institutionSecrets, Sam, SimulatedSlot, sampleResident } from '../../simulator/index.ts';
import { attachToVpcd } from '../../simulator/vpcd/index.ts';
import type { LabAnswer, LabOrder } from './service.ts';

const institution = institutionSecrets('own institution');
const chip = new SimulatedSlot({ readerName: 'chip' });
const samSlot = new SimulatedSlot({ readerName: 'sam' });
const sam = new Sam({ institution });

function obey({ kind, card = {}, exchange = 0 }: LabOrder): void {
  if (kind === 'insert') chip.insert(createCard(sampleResident('R1'), card));
  if (kind === 'remove') chip.remove();
  if (kind === 'tear') chip.tearAt(exchange);
  if (kind === 'sam-insert') samSlot.insert(sam);
  if (kind === 'sam-remove') samSlot.remove();
}

function tell(answer: LabAnswer): void {
  process.send?.(answer);
}

samSlot.insert(sam);
await attachToVpcd(samSlot, { port: 35964 });
await attachToVpcd(chip, { port: 35963 });
process.on('message', (order: LabOrder) => {
  obey(order);
  tell({ opens: sam.facts().opens });
});
process.on('disconnect', () => process.exit());
tell({ opens: 0 });
