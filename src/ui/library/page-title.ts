import { useLayoutEffect } from 'preact/hooks';
import { useLibrary } from './context.ts';

/** Names the document after the place that is shown. */
export function usePageTitle(title: string): void {
  const { t } = useLibrary();
  useLayoutEffect(() => {
    document.title = `${title} – ${t('extensionName')}`;
  }, [title, t]);
}
