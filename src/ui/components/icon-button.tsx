import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** Only of a button that stays down. */
  readonly pressed?: boolean;
}

/** A button that shows an icon alone; its label is its name and its tooltip. */
export function IconButton({ icon, label, onClick, pressed }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
