import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DrivenPage } from './driven-page.ts';
import type { Engine } from './engine.ts';
import { openNowhere } from './nowhere.ts';
import { type Command, OVER_HTTP } from './wire.ts';

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
  missing: lacking === undefined ? null : `${lacking} is not installed`,
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
  const nowhere = await openNowhere();
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
    const driver = new Driver(`http://127.0.0.1:${port}`);
    await driver.isReady();
    const session = await driver.begin(nowhere.port);
    const wire = {
      send: (command: Command, params?: object) => session.send(command, params),
      close: async () => {
        await session.end().catch(() => undefined);
        await close();
      },
    };
    return new DrivenPage(wire, nowhere, downloads, null);
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** WebKitWebDriver speaks W3C WebDriver over HTTP. */
class Driver {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async isReady(): Promise<void> {
    for (let waited = 0; waited < START_MS; waited += LOOK_MS) {
      if (await this.#call('GET', '/status').then(Boolean, () => false)) return;
      await sleep(LOOK_MS);
    }
    throw new Error('WebKitWebDriver does not start');
  }

  async begin(proxyPort: number): Promise<{
    send(command: Command, params?: object): Promise<unknown>;
    end(): Promise<unknown>;
  }> {
    const proxy = `127.0.0.1:${proxyPort}`;
    const order = {
      capabilities: {
        alwaysMatch: {
          proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: ['localhost', '127.0.0.1'] },
          'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] },
        },
      },
    };
    const begun = await this.#call('POST', '/session', order, AbortSignal.timeout(START_MS));
    const path = `/session/${(begun as { readonly sessionId: string }).sessionId}`;
    return {
      send: (command, params = {}) => {
        const { id = '', ...body } = params as { readonly id?: string };
        const [method = '', rest = ''] = OVER_HTTP[command].split(' ');
        return this.#call(method, path + rest.replace('{id}', id), body);
      },
      end: () => this.#call('DELETE', path),
    };
  }

  async #call(method: string, path: string, body: object = {}, signal: AbortSignal | null = null): Promise<unknown> {
    const sent = method === 'POST' ? { body: JSON.stringify(body) } : {};
    const reply = await fetch(this.#address + path, { method, signal, ...sent });
    const { value } = (await reply.json()) as { readonly value: unknown };
    if (reply.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${error}: ${message}`);
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
