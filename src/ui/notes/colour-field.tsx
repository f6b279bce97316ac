import { useId } from 'preact/hooks';
import { NOTE_COLOURS, type NoteColour } from '../../core/notes/note.ts';
import { COLOUR_NAMES, type TranslateNotes } from './note-words.ts';

interface Props {
  /** Undefined where none is chosen yet. */
  readonly value: NoteColour | undefined;
  readonly t: TranslateNotes;
  readonly onChange: (colour: NoteColour) => void;
}

/** One of the five colours; each is named. */
export function ColourField({ value, t, onChange }: Props) {
  const name = useId();
  return (
    <fieldset class="note-colours">
      <legend class="unseen">{t('noteColour')}</legend>
      {NOTE_COLOURS.map((colour) => (
        <label key={colour} class={`note-colour note-${colour}`} title={t(COLOUR_NAMES[colour])}>
          <input
            type="radio"
            name={name}
            aria-label={t(COLOUR_NAMES[colour])}
            checked={colour === value}
            onChange={() => {
              onChange(colour);
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
