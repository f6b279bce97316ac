import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { readMarkdown, type Inline, type MarkdownBlock } from '../../core/notes/markdown.ts';

/** Start and end of a stretch of the note, in UTF-16 units. */
type Mark = readonly [start: number, end: number];

interface Props {
  readonly body: string;
  /** What of it is marked, in order and apart from each other. */
  readonly marks?: readonly Mark[];
}

const NONE: readonly Mark[] = [];

/** A note as it is read. Everything in it is text or one of the elements made here; HTML is text. */
export function NoteBody({ body, marks = NONE }: Props) {
  const blocks = useMemo(() => readMarkdown(body), [body]);
  return (
    <div class="note-body" dir="auto">
      {blocks.map((block, i) => (
        <Block key={i} block={block} marks={marks} />
      ))}
    </div>
  );
}

function Block({ block, marks }: { readonly block: MarkdownBlock; readonly marks: readonly Mark[] }) {
  const lines = block.lines.map((line, i) => <Pieces key={i} pieces={line} marks={marks} />);
  const joined = lines.flatMap((line, i) => (i === 0 ? [line] : ['\n', line]));
  switch (block.type) {
    case 'paragraph':
      return <p>{joined}</p>;
    case 'heading':
      return (
        <p>
          <strong>{joined}</strong>
        </p>
      );
    case 'quote':
      return <blockquote>{joined}</blockquote>;
    case 'code':
      return (
        <pre>
          <code>{joined}</code>
        </pre>
      );
    case 'bullets':
      return (
        <ul>
          {lines.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ul>
      );
    case 'numbers':
      return (
        <ol start={block.start}>
          {lines.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
      );
  }
}

function Pieces({ pieces, marks }: { readonly pieces: readonly Inline[]; readonly marks: readonly Mark[] }) {
  return (
    <>
      {pieces.map((piece, i): ComponentChildren => {
        switch (piece.type) {
          case 'text':
            return marked(piece.text, piece.at, marks);
          case 'code':
            return <code key={i}>{marked(piece.text, piece.at, marks)}</code>;
          case 'strong':
            return (
              <strong key={i}>
                <Pieces pieces={piece.children} marks={marks} />
              </strong>
            );
          case 'em':
            return (
              <em key={i}>
                <Pieces pieces={piece.children} marks={marks} />
              </em>
            );
          case 'link':
            return (
              <a key={i} href={piece.href} target="_blank" rel="noopener noreferrer">
                <Pieces pieces={piece.children} marks={marks} />
              </a>
            );
        }
      })}
    </>
  );
}

/** A text with what of the marks falls into it. */
function marked(text: string, at: number, marks: readonly Mark[]): ComponentChildren {
  const pieces: ComponentChildren[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    const from = Math.max(start - at, done);
    const to = Math.min(end - at, text.length);
    if (to <= from) continue;
    pieces.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  if (pieces.length === 0) return text;
  return [...pieces, text.slice(done)];
}
