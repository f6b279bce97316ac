import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: ComponentChildren;
  /** Said beside the title, quietly. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the card under a hairline. */
export function Section({ title, aside, children }: Props) {
  return (
    <section class="card-section">
      <div class="section-head">
        <h3>{title}</h3>
        {aside !== undefined && <span class="aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
