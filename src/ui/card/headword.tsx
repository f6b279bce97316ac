interface Props {
  readonly id: string;
  readonly zh: string;
}

/** From these many characters on a headword is a sentence, and is set as one. */
const LONG = 14;
const VERY_LONG = 36;
/** From these many clauses on it is a list of them. */
const LISTED = 4;

/** Decides where a line may break, and nothing else: browsers that differ differ in looks only. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The headword. Its clauses are set as units, so that a sentence of many breaks
 * after its punctuation wherever it has the room, and between words where it has not.
 */
export function Headword({ id, zh }: Props) {
  const length = [...zh].length;
  const clauses = zh.split(/(?<=[，、；：。])/u);
  const classes = [
    'headword',
    length >= VERY_LONG ? 'very-long' : length >= LONG ? 'long' : '',
    clauses.length >= LISTED ? 'listed' : '',
  ];
  return (
    <h2 id={id} class={classes.filter((name) => name !== '').join(' ')} lang="zh-CN" tabIndex={-1}>
      {clauses.map((clause, i) => (
        <span key={i} class="clause">
          {[...WORDS.segment(clause)].map(({ segment, index, isWordLike }) => [
            index > 0 && isWordLike === true && <wbr />,
            segment,
          ])}
        </span>
      ))}
    </h2>
  );
}
