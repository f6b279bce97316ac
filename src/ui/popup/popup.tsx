import { useEffect, useState } from 'preact/hooks';
import type { Term } from '../../core/knowledge/knowledge.ts';
import type { Kind } from '../../core/match/kinds.ts';
import type { SwitchState } from '../../core/settings.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import type { PageSummary } from '../../protocol/messages.ts';
import { Switch } from '../components/switch.tsx';
import { OtherSite } from './other-site.tsx';
import { popupTab, readSwitches, setSwitch, summarise, tabAddress } from './page-client.ts';
import { pageState, type PageState } from './page-state.ts';

interface Loaded {
  readonly tabId: number;
  readonly summaries: readonly PageSummary[];
  readonly switches: SwitchState | undefined;
}

/** A tab that Tifa does not read. */
interface Unread {
  readonly tabId: number | undefined;
  readonly address: string | undefined;
}

/** How long the page is given to answer after a switch was turned, in milliseconds. */
const SETTLE = 150;

export function Popup({ terms }: { readonly terms: readonly Term[] }) {
  const [loaded, setLoaded] = useState<Loaded | Unread>();

  const load = async (): Promise<void> => {
    const tabId = await popupTab();
    const summaries = tabId === undefined ? [] : await summarise(tabId);
    const [top] = summaries;
    if (tabId === undefined || top === undefined) setLoaded({ tabId, address: await tabAddress(tabId) });
    else setLoaded({ tabId, summaries, switches: await readSwitches(top.address) });
  };
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    await load();
  };
  useEffect(() => void load(), []);

  if (loaded === undefined) return <main class="popup" aria-busy="true" />;
  if ('address' in loaded) {
    return (
      <main class="popup">
        <h1>{t('extensionName')}</h1>
        <OtherSite tabId={loaded.tabId} address={loaded.address} onRead={() => void settle()} />
      </main>
    );
  }
  const address = loaded.summaries[0]?.address ?? '';
  const turn = async (which: keyof SwitchState, on: boolean): Promise<void> => {
    await setSwitch(address, which, on);
    await settle();
  };
  return (
    <main class="popup">
      <h1>{t('extensionName')}</h1>
      {loaded.switches !== undefined && (
        <section class="switches">
          <Switch
            label={t('popupSwitchPage')}
            checked={loaded.switches.page}
            onChange={(on) => void turn('page', on)}
          />
          <Switch
            label={t('popupSwitchSite', new URL(address).host)}
            checked={loaded.switches.site}
            onChange={(on) => void turn('site', on)}
          />
        </section>
      )}
      {loaded.summaries[0]?.on === true ? (
        <OnThisPage state={pageState(loaded.summaries, terms)} />
      ) : (
        <p class="quiet">{t('popupOff')}</p>
      )}
    </main>
  );
}

const KIND_LABELS: Record<Kind, MessageKey> = {
  principle: 'kindPrinciple',
  concept: 'kindConcept',
  person: 'kindPerson',
  organisation: 'kindOrganisation',
  meeting: 'kindMeeting',
  document: 'kindDocument',
  campaign: 'kindCampaign',
};

function OnThisPage({ state }: { readonly state: PageState }) {
  if (state.count === 0) return <p class="quiet">{t('popupNothing')}</p>;
  return (
    <>
      <h2>
        {t('popupOnThisPage')} <span class="count">{state.count}</span>
      </h2>
      {state.sets.length > 0 && (
        <section>
          <h3>{t('popupSets')}</h3>
          <ul class="sets">
            {state.sets.map(({ term, check, present }) => (
              <li key={term.id}>
                <span lang="zh-CN">{term.zh}</span>
                <span class="count">
                  {t('popupSetMembers', String(present), String(check.members.length))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {state.kinds.map(({ kind, terms }) => (
        <section key={kind}>
          <h3 class={`kind kind-${kind}`}>{t(KIND_LABELS[kind])}</h3>
          <ul class="terms" lang="zh-CN">
            {terms.map(({ term, count }) => (
              <li key={term.id}>
                {term.zh}
                {count > 1 && <span class="count"> {count}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
