import { type AppSettings, readAppSettings } from '@candor/core/review/app';
import { createContext, type ReactElement, type ReactNode, use, useState } from 'react';

/** The site does not name its portal: the app cannot work. */
export class SettingsMissing extends Error {}

const SettingsContext = createContext<AppSettings | null>(null);

/** Reads the settings file beside the page; suspends while loading. */
export function SettingsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [loading] = useState(loadSettings);
  return <SettingsContext value={use(loading)}>{children}</SettingsContext>;
}

/** For tests, and for pages with their own settings. */
export function GivenSettings(props: { readonly settings: AppSettings; readonly children: ReactNode }): ReactElement {
  return <SettingsContext value={props.settings}>{props.children}</SettingsContext>;
}

export function useSettings(): AppSettings {
  const settings = use(SettingsContext);
  if (settings === null) throw new Error('no settings above this component');
  return settings;
}

let loaded: Promise<AppSettings> | null = null;

/** Once for the life of the page: a suspended component must find the same promise. */
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

/** Built scripts are one folder below the app's. */
const script = import.meta.url;

/** The address of an app file by its path, whether the page was opened with a trailing slash or not. */
function toOwnAddress(path: string): string {
  return new URL(`../${path}`, script).href;
}
