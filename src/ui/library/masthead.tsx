import { formatRoute } from '../../core/library-route.ts';
import type { LibraryContext } from './context.ts';
import { HOME, PLACES } from './places.ts';

interface Props {
  readonly t: LibraryContext['t'];
  /** The name of the section that is shown. */
  readonly current: string | undefined;
}

/** The library's name and its navigation. */
export function Masthead({ t, current }: Props) {
  return (
    <header class="masthead">
      <p class="masthead-name">
        <a href={formatRoute(HOME)}>
          {t('extensionName')} <span class="quiet">{t('libraryName')}</span>
        </a>
      </p>
      <nav aria-label={t('libraryNav')}>
        <ul>
          {PLACES.map(({ name, label }) => (
            <li key={name}>
              <a href={formatRoute(name)} aria-current={name === current ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
