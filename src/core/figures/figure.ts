/** A number in a Chinese text, and what it says, by rule alone. */
export interface Figure {
  /** UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** The text between them. */
  readonly text: string;
  readonly type:
    'number' | 'percent' | 'fraction' | 'ordinal' | 'multiple' | 'range' | 'year' | 'period' | 'name';
  /** What it says in English: “50.2 trillion yuan”. */
  readonly en: string;
  /** The same in digits, thousands set off: “50,200,000,000,000元”. Empty where digits say nothing. */
  readonly digits: string;
  /** The number in plain digits, a percentage as written (41.5); of one number only. */
  readonly value?: string;
  /** Whether a reader without Chinese numerals sees it as it stands: 8名, 2024年. */
  readonly plain: boolean;
}

/** A figure without its place. */
export type Reading = Omit<Figure, 'start' | 'text'>;
