/** One screen that is pictured and checked: which page, what it is told, and what leads to it. */
import type {
  ChannelOutputs,
  HomeState,
  PaperModel,
  RecordView,
  VisitView,
} from '../../electron/contract/index.ts';

export interface Case {
  readonly name: string;
  readonly page: 'home' | 'visit' | 'record';
  readonly hash?: string;
  readonly home?: HomeState;
  readonly view?: VisitView;
  readonly record?: RecordView;
  /** What main answers besides what it always answers (stage.ts). */
  readonly answers?: Readonly<Partial<ChannelOutputs>>;
  /** The paper that is being made: its preview, and its pages as the paper process lays them out. */
  readonly paper?: PaperModel;
  /** Main answers nothing: it is still opening keys and database. */
  readonly silent?: true;
  /** What main refuses. */
  readonly refusals?: Readonly<Partial<Record<keyof ChannelOutputs, NonNullable<VisitView['failure']>>>>;
  /** Pressed once the page stands, in order: selectors. Keys follow. */
  readonly click?: readonly string[];
  /** Keys pressed once the page stands, in playwright's spelling. */
  readonly press?: readonly string[];
  /** Page zoom; 200 % must work at 1280 × 800. */
  readonly zoom?: number;
  /** The picture shows all of the page, beyond what the window does. */
  readonly whole?: true;
  /** Of the window at 100 %, where it is not 1280 × 800. */
  readonly height?: number;
}
