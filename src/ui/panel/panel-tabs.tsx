import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface PanelTab {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly content: ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly PanelTab[];
}

/** Parts of the panel behind tabs; a single part stands under its title. */
export function PanelTabs({ label, tabs }: Props) {
  const prefix = useId();
  const [chosen, setChosen] = useState(tabs[0]?.id ?? '');
  const current = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  if (current === undefined) return null;
  const title = ({ title: words, count = 0 }: PanelTab) => (
    <>
      {words}
      {count > 0 && <span class="panel-count"> {count}</span>}
    </>
  );
  if (tabs.length === 1) {
    return (
      <section class="panel-part">
        <h2>{title(current)}</h2>
        {current.content}
      </section>
    );
  }
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    setChosen(next.id);
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="panel-tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${prefix}-tab-${tab.id}`}
            aria-selected={tab === current}
            aria-controls={tab === current ? `${prefix}-part` : undefined}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => {
              setChosen(tab.id);
            }}
          >
            {title(tab)}
          </button>
        ))}
      </div>
      <section
        class="panel-part"
        role="tabpanel"
        id={`${prefix}-part`}
        aria-labelledby={`${prefix}-tab-${current.id}`}
        key={current.id}
      >
        {current.content}
      </section>
    </>
  );
}
