import { resolve, type Resolution } from '../../core/anchor/resolve.ts';
import type { Note, NoteColour } from '../../core/notes/note.ts';
import type { SightState } from '../../core/notes/sighting.ts';
import { liesOn, rectsOf } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { PageText } from '../../dom/page-text.ts';
import { Painter } from '../../dom/painter.ts';
import type { PlacedState } from '../../protocol/notes-to-page.ts';

/** The highlight of notes on words, one for each colour, and of terms that have notes. */
const NOTE_HIGHLIGHT = 'tifa-note';
const TERM_HIGHLIGHT = `${NOTE_HIGHLIGHT}-term`;

function highlightOf(colour: NoteColour): string {
  return `${NOTE_HIGHLIGHT}-${colour}`;
}

interface Painted {
  readonly name: string;
  readonly range: StaticRange;
}

/**
 * The notes of a page, where they are, and their highlights. Nothing is painted
 * where the reader wants their notes in the panel only.
 */
export class PlacedNotes {
  readonly #painter = new Painter();
  readonly #resolutions = new Map<string, Resolution>();
  readonly #ranges = new Map<string, StaticRange>();
  #painted: Painted[] = [];
  #notes: readonly Note[] = [];

  get notes(): readonly Note[] {
    return this.#notes;
  }

  /** Takes the page's notes. Places of notes that are the same stay as they are. */
  set(notes: readonly Note[]): void {
    const before = new Map(this.#notes.map((note) => [note.id, note]));
    for (const note of notes) {
      if (before.get(note.id)?.clock.target !== note.clock.target) this.#forget(note.id);
    }
    const ids = new Set(notes.map(({ id }) => id));
    for (const id of before.keys()) if (!ids.has(id)) this.#forget(id);
    this.#notes = notes;
  }

  /** Finds the words of every note on words. */
  resolve(text: PageText): void {
    for (const { id, target, selectors } of this.#notes) {
      if (target !== 'quote') continue;
      const resolution = resolve(text.anchor, selectors);
      this.#resolutions.set(id, resolution);
      const range = resolution.state === 'gone' ? undefined : text.rangeOf(resolution);
      if (range === undefined) this.#ranges.delete(id);
      else this.#ranges.set(id, range);
    }
  }

  /** Registers the highlights anew: of notes on words, and of the mentions of terms that have notes. */
  paint(mentions: readonly PageMention[], idOf: (mention: PageMention) => string): void {
    this.unpaint();
    const terms = new Set(
      this.#notes.flatMap(({ target, termId }) =>
        target === 'term' && termId !== undefined ? [termId] : [],
      ),
    );
    const add = (name: string, range: StaticRange): void => {
      this.#painter.add(name, range);
      this.#painted.push({ name, range });
    };
    for (const { id, colour } of this.#notes) {
      const range = this.#ranges.get(id);
      if (range !== undefined) add(highlightOf(colour), range);
    }
    if (terms.size === 0) return;
    for (const mention of mentions) if (terms.has(idOf(mention))) add(TERM_HIGHLIGHT, mention.range);
  }

  unpaint(): void {
    this.#painter.clear();
    this.#painted = [];
  }

  /** Takes out highlights whose text has just changed: they would lie on other words. */
  drop(stale: (node: Node) => boolean): void {
    this.#painted = this.#painted.filter(({ name, range }) => {
      if (!stale(range.startContainer) && !stale(range.endContainer)) return true;
      this.#painter.delete(name, range);
      return false;
    });
    for (const [id, range] of this.#ranges) {
      if (stale(range.startContainer) || stale(range.endContainer)) this.#ranges.delete(id);
    }
  }

  rangeOf(id: string): StaticRange | undefined {
    const range = this.#ranges.get(id);
    return range?.startContainer.isConnected === true ? range : undefined;
  }

  resolutionOf(id: string): Resolution | undefined {
    return this.#resolutions.get(id);
  }

  /** The notes on words at a point of the viewport, in CSS pixels. */
  at(x: number, y: number): Note[] {
    return this.#notes.filter(({ id }) => {
      const range = this.rangeOf(id);
      return range !== undefined && liesOn(rectsOf(range), x, y);
    });
  }

  /** The notes on words that share some with a place. */
  meeting(place: StaticRange): Note[] {
    return this.#notes.filter(({ id }) => {
      const range = this.rangeOf(id);
      return range !== undefined && meet(range, place);
    });
  }

  /** What has become of the words of each note on words, as far as they were looked for. */
  sightings(): [id: string, state: SightState][] {
    return this.#notes.flatMap(({ id, target }): [string, SightState][] => {
      const resolution = this.#resolutions.get(id);
      return target !== 'quote' || resolution === undefined ? [] : [[id, resolution.state]];
    });
  }

  /** What has become of each note, for the panel; a note on a term is where the term first is. */
  states(text: PageText, firstOf: (termId: string) => StaticRange | undefined): PlacedState[] {
    const startOf = (range: StaticRange | undefined): number => {
      if (range === undefined) return -1;
      return text.spanOf(live(range))?.start ?? -1;
    };
    return this.#notes.map(({ id, target, termId }): PlacedState => {
      if (target === 'page') return { id, state: 'exact', at: 0 };
      if (target === 'term') {
        const at = startOf(firstOf(termId ?? ''));
        return { id, state: at < 0 ? 'gone' : 'exact', at };
      }
      const resolution = this.#resolutions.get(id);
      if (resolution === undefined || resolution.state === 'gone') return { id, state: 'gone', at: -1 };
      const { state, start } = resolution;
      return state === 'changed' ? { id, state, at: start, diff: resolution.diff } : { id, state, at: start };
    });
  }

  #forget(id: string): void {
    this.#resolutions.delete(id);
    this.#ranges.delete(id);
  }
}

function live({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

function meet(a: StaticRange, b: StaticRange): boolean {
  const [one, other] = [live(a), live(b)];
  return (
    one.compareBoundaryPoints(Range.END_TO_START, other) < 0 &&
    one.compareBoundaryPoints(Range.START_TO_END, other) > 0
  );
}
