import type { ComponentChildren } from 'preact';
import type { Kind, Weight } from '../../core/match/kinds.ts';
import type { CardKey } from '../card/translate.ts';

/** What one term of a kind is called. */
export const KIND_NAMES: Readonly<Record<Kind, CardKey>> = {
  principle: 'cardKindPrinciple',
  concept: 'cardKindConcept',
  person: 'cardKindPerson',
  organisation: 'cardKindOrganisation',
  meeting: 'cardKindMeeting',
  document: 'cardKindDocument',
  campaign: 'cardKindCampaign',
};

/** The class that draws a kind's line under text, as highlights.css does on a page. */
export function kindLine(kind: Kind, weight: Weight = 'core'): string {
  return weight === 'core' ? `kind-line kind-${kind}` : 'kind-line kind-faint';
}

interface Props {
  readonly kind: Kind;
  readonly weight?: Weight;
  readonly children: ComponentChildren;
}

/** The name of a kind, with a sample of the line that marks it on pages. */
export function KindLabel({ kind, weight = 'core', children }: Props) {
  return (
    <span class="kind-label">
      {/* Text to be underlined, since a border cannot be wavy. */}
      <span class={`kind-sample ${kindLine(kind, weight)}`} aria-hidden="true">
        {'\u2003\u2003'}
      </span>
      {children}
    </span>
  );
}
