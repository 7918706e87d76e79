import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'selenium-webdriver/lib/command.js';
import { Session } from 'selenium-webdriver/lib/session.js';
import { WebDriver } from 'selenium-webdriver/lib/webdriver.js';
import { DrivenPage } from './driven-page.ts';
import type { Engine } from './engine.ts';
import { Marionette } from './marionette.ts';
import { type DeadProxy, openDeadProxy } from './nowhere.ts';

const EXECUTABLE = '/usr/bin/firefox-esr';
/** A busy machine needs so long to start it. */
const START_MS = 60_000;
const LOOK_MS = 50;
const END_MS = 10_000;

export const firefox: Engine = {
  name: 'Firefox',
  missing: existsSync(EXECUTABLE) ? null : `${EXECUTABLE} is not installed; \`npm run services -- --long\` installs it`,
  open: openFirefox,
};

/**
 * What it would ask its makers for by itself. All of it would end at the proxy; switched off, whatever is asked there
 * was asked by a page.
 */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.trr.mode': 5,
  'security.OCSP.enabled': 0,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
} as const;

function toPreferences(nowhere: DeadProxy, downloads: string): string {
  const preferences = {
    ...QUIET,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': nowhere.port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': nowhere.port,
    'network.proxy.no_proxies_on': 'localhost,127.0.0.1',
    'marionette.port': 0,
    'intl.accept_languages': 'en-GB, en',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    // Without it a window cannot be as narrow as a phone (userChrome.css).
    'toolkit.legacyUserProfileCustomizations.stylesheets': true,
    'security.webauth.webauthn_enable_softtoken': true,
    'security.webauth.webauthn_enable_usbtoken': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function openFirefox(): Promise<DrivenPage> {
  const profile = mkdtempSync(join(tmpdir(), 'candor-firefox-'));
  const downloads = join(profile, 'saved');
  for (const folder of [downloads, join(profile, 'chrome')]) mkdirSync(folder);
  const nowhere = await openDeadProxy();
  writeFileSync(join(profile, 'user.js'), toPreferences(nowhere, downloads));
  writeFileSync(join(profile, 'chrome/userChrome.css'), '* { min-width: 0 !important; }\n');
  const child = spawn(EXECUTABLE, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    // The second is what lets the address of its settings be changed at all.
    env: { ...process.env, HOME: profile, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  const close = async (): Promise<void> => {
    await end(child);
    await nowhere.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await Marionette.open(await findPort(profile));
    const begun = await marionette.send('WebDriver:NewSession', { unhandledPromptBehavior: 'ignore' });
    const { sessionId, capabilities } = begun as { readonly sessionId: string; readonly capabilities: object };
    const driver = new WebDriver(new Session(sessionId, capabilities), marionette);
    return new DrivenPage({
      driver,
      nowhere,
      downloads,
      addAuthenticator: () => addAuthenticator(driver),
      close: async () => {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        marionette.close();
        await close();
      },
    });
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** It writes down where it listens. */
async function findPort(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  for (let waited = 0; waited < START_MS; waited += LOOK_MS) {
    if (existsSync(file)) return Number(readFileSync(file, 'utf8'));
    await sleep(LOOK_MS);
  }
  throw new Error('Firefox does not start');
}

async function addAuthenticator(driver: WebDriver): Promise<void> {
  const authenticator = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserConsenting: true,
    isUserVerified: true,
  };
  await driver.execute(new Command('addVirtualAuthenticator').setParameters(authenticator));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((settle) => child.once('exit', settle));
  const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(timer);
}
