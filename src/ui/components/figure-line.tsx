import type { Figure } from '../../core/figures/figures.ts';
import './figure-line.css';

interface Props {
  readonly figure: Figure;
  /** What a figure is called, for assistive technology. */
  readonly label: string;
}

/** A Chinese number with what it says: as written, in English, in digits. */
export function FigureLine({ figure, label }: Props) {
  return (
    <p class="figure-line">
      <span class="unseen">{label} </span>
      <span class="figure-text" lang="zh-CN">
        {figure.text}
      </span>
      <span class="figure-en" lang="en">
        {figure.en}
      </span>
      {figure.digits !== '' && figure.digits !== figure.text && (
        <span class="figure-digits" lang="zh-CN">
          {figure.digits}
        </span>
      )}
    </p>
  );
}
