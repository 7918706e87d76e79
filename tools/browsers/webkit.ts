import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { WebDriver } from 'selenium-webdriver/lib/webdriver.js';
import { DrivenPage } from './driven-page.ts';
import type { Engine } from './engine.ts';
import { openDeadProxy } from './nowhere.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const [BROWSER = ''] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
/** A busy machine needs so long to start it. */
const START_MS = 20_000;
const TRIES = 3;
const LOOK_MS = 50;

const lacking = [DRIVER, SCREEN, BROWSER || 'MiniBrowser of WebKitGTK'].find((path) => !existsSync(path));

/** WebKitGTK: the engine of Safari in a plain window. It has no passkeys. */
export const webkit: Engine = {
  name: 'WebKit',
  missing: lacking === undefined ? null : `${lacking} is not installed; \`npm run services -- --long\` installs it`,
  open: openWebKit,
};

/** Its tool bar would keep the window wider than a phone. */
const THIN = '* { min-width: 0; padding: 0; margin: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }\n';

/** On a busy machine its window now and then does not come up at all, and the driver waits for it without end. */
async function openWebKit(): Promise<DrivenPage> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (cause) {
      if (tries === TRIES) throw cause;
    }
  }
}

async function start(): Promise<DrivenPage> {
  const home = mkdtempSync(join(tmpdir(), 'candor-webkit-'));
  const downloads = join(home, 'saved');
  for (const folder of [downloads, join(home, '.config/gtk-3.0')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(home, '.config/gtk-3.0/gtk.css'), THIN);
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/saved"\n');
  const nowhere = await openDeadProxy();
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of children) child.kill();
    await nowhere.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const screen = spawn(SCREEN, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.push(screen);
    const display = await new Promise<string>((settle, fail) => {
      screen.stdout.once('data', (bytes) => settle(String(bytes).trim()));
      screen.once('exit', () => fail(new Error('there is no screen')));
    });
    const port = await findFreePort();
    children.push(
      spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        env: {
          PATH: process.env['PATH'] ?? delimiter,
          HOME: home,
          XDG_RUNTIME_DIR: home,
          DISPLAY: `:${display}`,
          LANG: 'C.UTF-8',
          // No bus, no settings, no other place than this home.
          NO_AT_BRIDGE: '1',
          GSETTINGS_BACKEND: 'memory',
          GIO_USE_VFS: 'local',
          GTK_USE_PORTAL: '0',
        },
      }),
    );
    const address = `http://127.0.0.1:${port}`;
    await waitForDriver(address);
    const driver = await begin(address, nowhere.port);
    return new DrivenPage({
      driver,
      nowhere,
      downloads,
      addAuthenticator: null,
      close: async () => {
        await driver.quit().catch(() => undefined);
        await close();
      },
    });
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function waitForDriver(address: string): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += LOOK_MS) {
    if (
      await fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(LOOK_MS);
  }
  throw new Error('WebKitWebDriver does not start');
}

async function begin(address: string, proxyPort: number): Promise<WebDriver> {
  const proxy = `127.0.0.1:${proxyPort}`;
  const driver = WebDriver.createSession(new Executor(new HttpClient(address)), {
    proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: ['localhost', '127.0.0.1'] },
    'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] },
  });
  const late = sleep(START_MS, null, { ref: false }).then(() => {
    throw new Error('WebKit does not open a window');
  });
  await Promise.race([driver.getSession(), late]);
  return driver;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
