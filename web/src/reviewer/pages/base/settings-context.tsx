import { type AppSettings, readAppSettings } from '@candor/core/review/app';
import { createContext, type ReactElement, type ReactNode, use, useState } from 'react';

/** The site does not say where its portal is: nothing of the app can work. */
export class SettingsMissing extends Error {}

const SettingsContext = createContext<AppSettings | null>(null);

/** Reads the settings that lie beside the page; suspends until they are there. */
export function SettingsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [loading] = useState(loadSettings);
  return <SettingsContext value={use(loading)}>{children}</SettingsContext>;
}

/** For tests, and for pages that are shown with settings of their own. */
export function GivenSettings(props: { readonly settings: AppSettings; readonly children: ReactNode }): ReactElement {
  return <SettingsContext value={props.settings}>{props.children}</SettingsContext>;
}

export function useSettings(): AppSettings {
  const settings = use(SettingsContext);
  if (settings === null) throw new Error('no settings above this component');
  return settings;
}

let loaded: Promise<AppSettings> | null = null;

/** Once for the life of the page: whatever suspends must find the same promise again. */
function loadSettings(): Promise<AppSettings> {
  loaded ??= fetchSettings();
  return loaded;
}

async function fetchSettings(): Promise<AppSettings> {
  const response = await fetch(toOwnAddress('settings.json'), {
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'error',
  }).catch(() => null);
  const settings = response?.ok === true ? readAppSettings(await response.text()) : null;
  if (settings === null) throw new SettingsMissing();
  return settings;
}

/** Built scripts lie in a folder of their own, one below the app's. */
const script = import.meta.url;

/**
 * The address of a file of the app by its path below the app's folder, however the page itself was called: with a slash
 * at its end or without.
 */
function toOwnAddress(path: string): string {
  return new URL(`../${path}`, script).href;
}
