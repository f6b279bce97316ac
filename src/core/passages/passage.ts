/** A stretch of a page that shares its wording with a source. */
export interface Passage {
  readonly class: 'verbatim' | 'adapted';
  readonly start: number;
  readonly end: number;
  readonly source: string;
  /** Units of the clean source, paragraphs joined by "\n". */
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly alsoIn: readonly string[];
  readonly score: number;
  readonly discounted: number;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly type: 'replaced' | 'dropped' | 'added' | 'moved' | 'figure';
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly page: string;
  readonly source: string;
}

export interface NewFormulation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}
