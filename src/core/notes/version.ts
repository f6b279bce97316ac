import * as v from 'valibot';

/** A text that a note had and no longer has, kept so that nothing written is lost. */
export const NoteVersionSchema = v.object({
  noteId: v.pipe(v.string(), v.uuid()),
  field: v.picklist(['body', 'tags', 'colour', 'target', 'deleted']),
  /** The body, or what stands for another field as JSON. */
  text: v.string(),
  /** Milliseconds since 1970, UTC: when the text was written. */
  when: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Why it is here: edited over, merged away, or taken over by an import. */
  why: v.picklist(['edit', 'merge', 'import']),
});
export type NoteVersion = v.InferOutput<typeof NoteVersionSchema>;

/** The same of two versions that say the same: each text of a field is kept once. */
export function versionName({ noteId, field, text }: NoteVersion): string {
  return `${noteId} ${field} ${text}`;
}
