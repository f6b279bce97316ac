interface Props {
  readonly words: string;
  readonly action: string;
  /** What the button does to what, for those who hear it alone. */
  readonly name: string;
  readonly onAct: () => void;
}

/** One choice of the reader, with the button that takes it back. */
export function Row({ words, action, name, onAct }: Props) {
  return (
    <li class="row">
      <span class="row-words">{words}</span>
      <button type="button" class="text-button" aria-label={name} onClick={onAct}>
        {action}
      </button>
    </li>
  );
}
