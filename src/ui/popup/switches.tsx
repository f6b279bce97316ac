import type { SwitchState } from '../../core/settings.ts';
import { Switch } from '../components/switch.tsx';
import type { PopupHost, ReadPage } from './popup-host.ts';

interface Props {
  readonly host: PopupHost;
  readonly page: ReadPage;
  readonly onChanged: () => void;
}

/** On and off for the page and for its site. */
export function Switches({ host, page, onChanged }: Props) {
  const { switches, frames } = page;
  const { address } = frames[0];
  if (switches === undefined) return null;
  const turn = async (which: keyof SwitchState, on: boolean): Promise<void> => {
    await host.setSwitch(address, which, on);
    onChanged();
  };
  return (
    <section class="switches">
      <Switch
        label={host.t('popupSwitchPage')}
        checked={switches.page}
        onChange={(on) => void turn('page', on)}
      />
      <Switch
        label={host.t('popupSwitchSite', new URL(address).host)}
        checked={switches.site}
        onChange={(on) => void turn('site', on)}
      />
      {switches.page && switches.site && (
        <Switch
          label={host.t('passageSwitch')}
          checked={page.passages}
          onChange={(on) => void host.setPassages(on).then(onChanged)}
        />
      )}
    </section>
  );
}
