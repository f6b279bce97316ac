import { Concordance } from '../../core/knowledge/concordance.ts';
import type { Knowledge, Term } from '../../core/knowledge/knowledge.ts';
import { byDate } from '../../core/knowledge/knowledge.ts';
import { Lookup } from '../../core/knowledge/lookup.ts';
import type { Source } from '../../core/knowledge/source.ts';
import { Matcher } from '../../core/match/matcher.ts';
import { Recogniser, type Mention } from '../../core/match/recogniser.ts';

/** Everything that the library shows, with what is computed from it when it is first asked for. */
export class LibraryData {
  readonly knowledge: Knowledge;
  /** The earliest first. */
  readonly sources: readonly Source[];
  readonly recogniser: Recogniser;
  readonly concordance: Concordance;
  readonly lookup: Lookup;
  readonly #terms: ReadonlyMap<string, Term>;

  constructor(knowledge: Knowledge, sources: readonly Source[], matcher: Uint8Array) {
    this.knowledge = knowledge;
    this.sources = [...sources].sort(byDate);
    this.recogniser = new Recogniser(new Matcher(matcher));
    this.concordance = new Concordance(sources, this.recogniser);
    this.lookup = new Lookup(knowledge.terms, this.recogniser.matcher.foldTable);
    this.#terms = new Map(knowledge.terms.map((term) => [term.id, term]));
  }

  term(id: string): Term | undefined {
    return this.#terms.get(id);
  }

  source(id: string): Source | undefined {
    return this.sources.find((source) => source.id === id);
  }

  /** The terms of some ids, in their order; unknown ones are passed over. */
  all(ids: readonly string[]): Term[] {
    return ids.flatMap((id) => this.#terms.get(id) ?? []);
  }

  /** The term of a mention. */
  termOf({ entry }: Mention): Term | undefined {
    return this.#terms.get(this.recogniser.matcher.id(entry));
  }
}
