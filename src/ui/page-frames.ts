import * as v from 'valibot';
import { browser } from '../platform/browser.ts';
import {
  JumpedSchema,
  PageSummarySchema,
  receive,
  type Jumped,
  type PageSummary,
  type ToBackground,
  type ToPage,
} from '../protocol/messages.ts';

/** What a frame of a page has. */
export interface FrameSummary extends PageSummary {
  readonly frameId: number;
}

/** Asks a frame; undefined where Tifa does not read it, and where it is gone. */
export async function askFrame(tabId: number, frameId: number, request: ToPage): Promise<unknown> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, request, { frameId }).catch(() => undefined);
  return answer;
}

/** The frames of a tab that may have terms, the top frame first. Frames come and go: ask anew each time. */
export async function framesOf(tabId: number): Promise<number[]> {
  const question: ToBackground = { type: 'tifa:frames', tabId };
  const answered: unknown = await browser.runtime.sendMessage(question).catch(() => undefined);
  const frames = receive(v.array(v.number()), answered) ?? [];
  return [...new Set([0, ...frames])].sort((a, b) => a - b);
}

/** What the frames of a tab say is on them; undefined where its top frame is not read. */
export async function summaries(
  tabId: number,
): Promise<readonly [FrameSummary, ...FrameSummary[]] | undefined> {
  const [top, ...rest] = await Promise.all(
    (await framesOf(tabId)).map(async (frameId) => {
      const answer = receive(PageSummarySchema, await askFrame(tabId, frameId, { type: 'tifa:summarise' }));
      return answer === undefined ? undefined : { ...answer, frameId };
    }),
  );
  return top === undefined ? undefined : [top, ...rest.filter((frame) => frame !== undefined)];
}

/** Goes to the places of terms one after another: to the end of a frame, then on in the next one. */
export class TermJumps {
  /** In which frame, and at which mention of how many, the last jump to a term ended. */
  readonly #jumped = new Map<string, { readonly frame: number; readonly last: Jumped }>();

  async next(tabId: number, id: string, frames: readonly number[]): Promise<Jumped | undefined> {
    const before = this.#jumped.get(id);
    const known = before === undefined ? 0 : Math.max(0, frames.indexOf(before.frame));
    const atEnd = before !== undefined && before.last.index + 1 >= before.last.count;
    const from = atEnd ? known + 1 : known;
    for (let tried = 0; tried < frames.length; tried++) {
      const frame = frames[(from + tried) % frames.length] ?? 0;
      const last = receive(JumpedSchema, await askFrame(tabId, frame, { type: 'tifa:jump', id }));
      if (last === undefined) continue;
      this.#jumped.set(id, { frame, last });
      return last;
    }
    return undefined;
  }
}
