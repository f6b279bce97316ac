import { Headword } from './headword.tsx';
import type { CardActions } from './card-types.ts';
import type { Translate } from './translate.ts';

interface SkeletonProps {
  readonly titleId: string;
  readonly text: string | undefined;
  readonly t: Translate;
}

/** A term on its way: what is known of it already, in its place, and lines where the rest will be. */
export function CardSkeleton({ titleId, text, t }: SkeletonProps) {
  return (
    <div class="card-body">
      {text === undefined ? (
        <h2 id={titleId} class="headword" tabIndex={-1}>
          <span class="unseen">{t('cardLoading')}</span>
          <span class="bar wide" />
        </h2>
      ) : (
        <>
          <Headword id={titleId} zh={text} />
          <p class="unseen" role="status">
            {t('cardLoading')}
          </p>
        </>
      )}
      <div class="skeleton" aria-hidden="true">
        <span class="bar short" />
        <span class="bar middle" />
        <span class="bar gap" />
        <span class="bar" />
        <span class="bar middle" />
      </div>
    </div>
  );
}

interface ErrorProps {
  readonly titleId: string;
  readonly reason: 'updated' | 'failed';
  readonly t: Translate;
  readonly actions: CardActions;
}

/** No card to be had: why, and what helps. */
export function CardError({ titleId, reason, t, actions: { onRetry } }: ErrorProps) {
  return (
    <div class="card-body">
      <p id={titleId} class="card-error" role="alert">
        {t(reason === 'updated' ? 'cardUpdated' : 'cardFailed')}
      </p>
      {reason === 'failed' && onRetry !== undefined && (
        <button type="button" class="text-button" onClick={onRetry}>
          {t('cardRetry')}
        </button>
      )}
    </div>
  );
}
