import { useEffect, useState } from 'preact/hooks';
import { onStorageChanged, readEverything } from '../../platform/local-storage.ts';
import { grantedSites, onSitesChanged } from '../../platform/sites.ts';

export interface Stored {
  readonly local: Readonly<Record<string, unknown>>;
  /** Match patterns that the browser grants. */
  readonly granted: readonly string[];
}

/** What the reader has chosen, followed: another page may change it at any time. Undefined at first. */
export function useStored(): Stored | undefined {
  const [stored, setStored] = useState<Stored>();
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const [local, granted] = await Promise.all([readEverything(), grantedSites()]);
      if (!gone) setStored({ local, granted });
    };
    void load();
    const stop = onStorageChanged(() => void load());
    const stopSites = onSitesChanged(() => void load());
    return () => {
      gone = true;
      stop();
      stopSites();
    };
  }, []);
  return stored;
}
