import { useEffect, useState } from 'preact/hooks';
import { useLibrary } from './context.ts';

/** How long “Copied” stays, in milliseconds. */
const SAID_FOR = 4000;

interface Props {
  readonly label: string;
  readonly text: () => string;
}

/** A button that copies a text and says so. */
export function CopyButton({ label, text }: Props) {
  const { t, copy } = useLibrary();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => {
      setSaid('');
    }, SAID_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return (
    <span class="copy">
      <button
        type="button"
        class="text-button"
        onClick={() => {
          void copy(text()).then((done) => {
            setSaid(t(done ? 'libraryCopied' : 'libraryCopyFailed'));
          });
        }}
      >
        {label}
      </button>
      <span class="copy-said" role="status">
        {said}
      </span>
    </span>
  );
}
