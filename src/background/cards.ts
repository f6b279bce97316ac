import { cardContent, type CardContent } from '../core/knowledge/card-content.ts';
import type { Names } from '../core/match/matcher-data.ts';
import { bundledKnowledge } from '../generated/knowledge.ts';
import { NAMES_TEXT } from '../generated/names.ts';
import { browser } from '../platform/browser.ts';

/** Where the build puts the card's script. */
const CARD_SCRIPT = '/card-view.js';

/** What a term's card shows; null where there is no such term. */
export function cardOf(id: string): CardContent | null {
  return cardContent(id, bundledKnowledge()) ?? null;
}

/** What the matcher's entries are called. */
export function entryNames(): Names {
  return JSON.parse(NAMES_TEXT) as Names;
}

/** Loads the card's script into a frame, beside the content script. */
export async function loadCard(tabId: number, frameId: number): Promise<boolean> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_SCRIPT] });
  return true;
}
