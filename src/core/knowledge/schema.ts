import * as v from 'valibot';
import { WEIGHTS } from '../match/kinds.ts';

/** The shape of an entry in `seeds/terms/<kind>.yaml`; seeds/README.md explains each field. */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be kebab-case'));
const bilingual = v.strictObject({ zh: text, en: text });
const contexts = v.strictObject({
  left: v.optional(v.array(text)),
  right: v.optional(v.array(text)),
});
const sentenceContexts = v.strictObject({ ...contexts.entries, near: v.optional(v.array(text)) });
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'must be a date such as 2023, 2023-07 or 2023-07-15'),
);

export const EvidenceSchema = v.strictObject({
  source: text,
  quote: text,
  saidBy: v.optional(id),
  saidAt: v.optional(date),
  saidWhere: v.optional(id),
});

const SenseSchema = v.strictObject({
  id,
  cues: v.pipe(v.array(text), v.minLength(1, 'needs at least one cue')),
  gloss: bilingual,
});

export const EntrySchema = v.strictObject({
  id,
  weight: v.picklist(WEIGHTS),
  zh: text,
  variants: v.optional(v.array(text), []),
  pinyin: text,
  en: text,
  enSource: v.union([v.literal('own'), v.strictObject({ established: text })]),
  gloss: bilingual,
  members: v.optional(v.array(id), []),
  memberOf: v.optional(v.array(id), []),
  membersListed: v.optional(v.boolean(), true),
  surface: v.optional(v.boolean(), true),
  adapted: v.optional(v.array(text), []),
  inside: v.optional(v.array(v.strictObject({ of: id, forms: v.array(text) })), []),
  senses: v.optional(v.array(SenseSchema), []),
  later: v.optional(v.array(id), []),
  earlier: v.optional(v.array(id), []),
  risky: v.optional(v.boolean(), false),
  not: v.optional(sentenceContexts, {}),
  yet: v.optional(contexts, {}),
  only: v.optional(sentenceContexts, {}),
  evidence: v.pipe(v.array(EvidenceSchema), v.minLength(1, 'needs at least one quotation')),
});

export type Evidence = v.InferOutput<typeof EvidenceSchema>;
/** An entry as its file has it; the kind comes from the name of the file. */
export type EntryData = v.InferOutput<typeof EntrySchema>;
