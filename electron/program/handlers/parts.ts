/** What the handlers are made of, put together by the composition root. */
import type { Result } from '../../../native/failure.ts';
import type {
  CorrectionOrder,
  CorrectionOutcome,
  ListOrder,
  ListOutcome,
  PaperModel,
  RecordOrder,
} from '../../contract/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Papers, PaperTemplates } from '../../document/index.ts';
import type { VisitHost } from '../../host/index.ts';
import type { OutboxSender } from '../../outbox/index.ts';
import type { CounterIdentity } from '../counter-identity.ts';
import type { DeviceTests } from '../device-test.ts';
import type { Installation } from '../installation.ts';
import type { Office } from '../office.ts';
import type { PaperPrinter } from '../paper-printer.ts';
import type { PickFile } from '../pick-file.ts';
import type { CounterPolicy } from '../policy.ts';
import type { Preferences } from '../preferences.ts';
import type { SaveAs } from '../save-as.ts';
import type { OfficeSetting } from '../setting.ts';
import type { TrainingHost } from '../training-host.ts';

export interface ProgramParts {
  readonly version: string;
  readonly installation: Installation;
  readonly office: Office;
  readonly setting: OfficeSetting;
  readonly identity: CounterIdentity;
  readonly policy: CounterPolicy;
  readonly desk: Desk;
  readonly sender: OutboxSender;
  /** Corrects one sealed item in a sender process. */
  readonly correctBalikan: (order: CorrectionOrder) => Promise<CorrectionOutcome>;
  /** Prints a list of sealed items, or locks it into a file, in a process of its own. */
  readonly makeList: (order: ListOrder) => Promise<ListOutcome>;
  readonly visits: VisitHost;
  readonly preferences: Preferences;
  readonly papers: Papers;
  /** Content to PDF for the screen, by a process that stays while somebody types. */
  readonly pagesOf: (model: PaperModel) => Promise<Result<Uint8Array>>;
  readonly paperPrinter: PaperPrinter;
  readonly templates: PaperTemplates;
  readonly pickFile: PickFile;
  readonly saveAs: SaveAs;
  readonly deviceTests: DeviceTests;
  /** The simulators, once they run; nobody outside training mode. */
  readonly simulators: () => TrainingHost | undefined;
  readonly openCounter: () => void;
  readonly openHome: () => void;
  readonly openRecord: (order: RecordOrder) => void;
  /** Home takes the place of the kept record that is on screen, if there is one. */
  readonly closeRecord: () => void;
  /** Ends practice and starts the program again for real work. */
  readonly beginWork: () => void;
  /** Something changed that pages show or that serving depends on. */
  readonly changed: () => void;
}
