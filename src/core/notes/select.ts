import type { Note } from './note.ts';

/** Which notes to export. */
export type Selection =
  | { readonly kind: 'all' }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** Of one page, by its canonical address or by the fingerprint of its article. */
  | { readonly kind: 'page'; readonly canonicalUrl: string; readonly fingerprint?: string }
  | { readonly kind: 'term'; readonly termId: string }
  /** Created from `from` up to, but not at, `to`: milliseconds since 1970, UTC. */
  | { readonly kind: 'dates'; readonly from: number; readonly to: number };

/** The notes of a selection, in the order given; deleted ones are never among them. */
export function selectNotes(notes: readonly Note[], selection: Selection): Note[] {
  const ids = selection.kind === 'ids' ? new Set(selection.ids) : undefined;
  return notes.filter((note) => {
    if (note.deleted !== undefined) return false;
    switch (selection.kind) {
      case 'all':
        return true;
      case 'ids':
        return ids?.has(note.id) === true;
      case 'page':
        return (
          note.page.canonicalUrl === selection.canonicalUrl ||
          (selection.fingerprint !== undefined &&
            selection.fingerprint !== '' &&
            note.page.fingerprint === selection.fingerprint)
        );
      case 'term':
        return note.termId === selection.termId;
      case 'dates':
        return note.created >= selection.from && note.created < selection.to;
    }
  });
}
