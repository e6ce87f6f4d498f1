/** A counter for tests: the program's own card stack before simulated slots, in one process. */
import {
  type CardReading,
  type CardTransport,
  createVirtualTransport,
  ordinaryPlan,
  prepareSam,
  type ReadOptions,
  type ReadPlan,
  type ReadySam,
  type Result,
  readCard,
  type SamSetup,
  samConfiguration,
  waitForTap,
} from '../../native/index.ts';
import {
  type CardOptions,
  createCard,
  type InstitutionSecrets,
  institutionSecrets,
  Sam,
  type SampleId,
  SimulatedSlot,
  sampleResident,
  type VirtualSlot,
} from '../../simulator/index.ts';

export const granted = [
  'NIK',
  'FULL_NAME',
  'SEX',
  'BIRTH_PLACE',
  'BIRTH_DATE',
  'MARITAL_STATUS',
  'OCCUPATION',
  'ADDRESS',
] as const;

export const ownInstitution = institutionSecrets('own institution');

export interface Counter {
  readonly chip: SimulatedSlot;
  readonly samSlot: SimulatedSlot;
  readonly sam: Sam;
  /** Every command that reached the SAM, by its instruction byte in hexadecimal. */
  readonly samInstructions: string[];
  readonly transport: CardTransport;
}

export function openCounter(institution: InstitutionSecrets = ownInstitution): Counter {
  const chip = new SimulatedSlot({ readerName: 'Lab PICC 0' });
  const samSlot = new SimulatedSlot({ readerName: 'Lab SAM 0' });
  const sam = new Sam({ institution });
  samSlot.insert(sam);
  const samInstructions: string[] = [];
  const transport = createVirtualTransport([chip, overheard(samSlot, samInstructions)]);
  return { chip, samSlot, sam, samInstructions, transport };
}

function overheard(slot: SimulatedSlot, instructions: string[]): VirtualSlot {
  return {
    readerName: slot.readerName,
    present: () => slot.present(),
    onChange: (listener) => slot.onChange(listener),
    powerUp: () => slot.powerUp(),
    powerDown: () => slot.powerDown(),
    exchange: (command) => {
      instructions.push((command[1] ?? 0).toString(16).toUpperCase());
      return slot.exchange(command);
    },
  };
}

/** The SAM of `counter` made ready with the configuration of `institution`. */
export function ready(
  counter: Counter,
  institution: InstitutionSecrets = ownInstitution,
  extra: Partial<SamSetup> = {},
): Promise<Result<ReadySam>> {
  const configuration = samConfiguration(institution.pcid, institution.conf);
  if (!configuration.ok) throw new Error(configuration.failure.code);
  return prepareSam(counter.transport, { configuration: configuration.value, ...extra });
}

export async function opened(counter: Counter): Promise<ReadySam> {
  return unwrapped(await ready(counter));
}

/** Lays a card down, waits for the tap, reads it and lifts the card. */
export async function tapAndRead(
  counter: Counter,
  sam: ReadySam,
  card: CardOptions & { readonly resident?: SampleId } = {},
  plan: ReadPlan = ordinaryPlan(),
  options: Partial<ReadOptions> = {},
): Promise<Result<CardReading>> {
  const { resident = 'R1', ...cardOptions } = card;
  counter.chip.insert(createCard(sampleResident(resident), cardOptions));
  const tapped = unwrapped(await waitForTap(counter.transport, { samReader: () => sam.reader }));
  const reading = await readCard({ card: tapped.card, sam: sam.open }, plan, { granted, ...options });
  await tapped.card.connection.disconnect('reset');
  counter.chip.remove();
  return reading;
}

export function unwrapped<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.failure.code} at ${result.failure.at}: ${result.failure.detail ?? ''}`);
  return result.value;
}
