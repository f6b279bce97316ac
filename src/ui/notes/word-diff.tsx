import type { WordEdit } from '../../core/anchor/resolve.ts';

/** What has become of some words, character by character. */
export function WordDiff({ diff }: { readonly diff: readonly WordEdit[] }) {
  return (
    <span class="word-diff" dir="auto">
      {diff.map(({ type, text }, i) =>
        type === 'removed' ? (
          <del key={i}>{text}</del>
        ) : type === 'added' ? (
          <ins key={i}>{text}</ins>
        ) : (
          <span key={i}>{text}</span>
        ),
      )}
    </span>
  );
}
