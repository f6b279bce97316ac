import type { Mention, Recogniser } from '../match/recogniser.ts';
import type { Source } from './source.ts';

/**
 * For each term that is mentioned, also inside longer ones, the ids of the sources
 * that have it as itself: none where they have only rewordings of it.
 */
export function mentionedIn(sources: readonly Source[], recogniser: Recogniser): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (source: string, mentions: readonly Mention[]): void => {
    for (const { entry, adapted, nested } of mentions) {
      const id = recogniser.matcher.id(entry);
      const having = found.get(id) ?? new Set();
      found.set(id, having);
      if (!adapted) having.add(source);
      note(source, nested);
    }
  };
  for (const source of sources) {
    for (const { text } of source.paragraphs) note(source.id, recogniser.recognise(text));
  }
  return found;
}
