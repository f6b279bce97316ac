import type { CardContent } from '../../core/knowledge/card-content.ts';
import type { Term } from '../../core/knowledge/knowledge.ts';
import type { Figure } from '../../core/figures/figures.ts';
import type { SwitchState } from '../../core/settings.ts';
import type { Language, MessageKey } from '../../locales/strings.ts';
import type { Jumped } from '../../protocol/messages.ts';
import type { ResultItem } from '../components/result-list.tsx';
import type { FrameSummary } from '../page-frames.ts';

/** The page that the popup speaks of, as far as Tifa reads it. */
export interface ReadPage {
  /** The top frame first. */
  readonly frames: readonly [FrameSummary, ...FrameSummary[]];
  readonly switches: SwitchState | undefined;
  /** Whether passages are marked, on every page. */
  readonly passages: boolean;
}

/** A tab that Tifa does not read. */
export interface UnreadPage {
  /** Whether there is a tab to speak of at all. */
  readonly tab: boolean;
  /** Its address, where the browser tells it. */
  readonly address: string | undefined;
}

/** The knowledge base and its look-up. */
export interface Engine {
  readonly terms: readonly Term[];
  /** The best results first. Takes milliseconds, the first time some tens of them. */
  readonly search: (query: string) => ResultItem[];
  /** What a query says that is a figure, such as 50.2万亿元. */
  readonly figure: (query: string) => Figure | undefined;
  readonly item: (id: string) => ResultItem | undefined;
  readonly card: (id: string) => CardContent | undefined;
}

/** What the popup needs of the browser; tests give it one of their own. */
export interface PopupHost {
  readonly language: Language;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** What is to be looked up from the start: the address's `q`. */
  readonly asked: string;
  /** Fetched when first asked for. */
  readonly engine: () => Promise<Engine>;
  readonly page: () => Promise<ReadPage | UnreadPage>;
  /** Reads the tab as it is now; false where the browser lets no extension do so. */
  readonly readOnce: () => Promise<boolean>;
  /** Asks the reader to allow a site, by its match pattern; false where that is refused. */
  readonly allow: (pattern: string) => Promise<boolean>;
  /** What is selected on the page; '' for nothing. */
  readonly selection: () => Promise<string>;
  readonly setSwitch: (address: string, which: keyof SwitchState, on: boolean) => Promise<void>;
  readonly setPassages: (on: boolean) => Promise<void>;
  /** Scrolls the page to a term's next place, from frame to frame. */
  readonly jump: (id: string, frames: readonly number[]) => Promise<Jumped | undefined>;
  readonly recent: () => Promise<string[]>;
  readonly remember: (id: string) => Promise<string[]>;
  readonly forget: () => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  /** Never marks a term again; gives the key to take it back by. */
  readonly never: (id: string) => Promise<string>;
  readonly takeBack: (key: string) => Promise<void>;
  /** Opens the library at a place. */
  readonly openLibrary: (route: string) => void;
  /** Opens the library where the tab's article stands beside a source. */
  readonly comparePage: () => void;
  /** Opens the panel beside the tab; in the task of the reader's click, as browsers insist. */
  readonly openPanel: () => void;
  readonly openOptions: () => void;
}
