import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type MadeNotice, makeSite } from '../../../core/test/verify/made-site.ts';
import { World } from '../../../portal/test/support/world.ts';
import { openBrowser } from '../../../tools/services/browser.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
export const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const SECOND_MS = 1000;

/** A real portal whose app is served at `appOrigin`; browsers count localhost as secure. */
class AppPortal extends World {
  appOrigin = '';

  override clock(): number {
    return Math.floor(Date.now() / SECOND_MS);
  }

  override settings(): object {
    return { ...super.settings(), app: this.appOrigin, passkeys: 'localhost' };
  }
}

/** The site with app and notices, and the portal. */
export interface AppPlace {
  readonly served: ServedApp;
  readonly portal: World;
  readonly settings: object;
  close(): Promise<void>;
}

/** The same with a browser. */
export interface AppWorld extends AppPlace {
  readonly browser: Browser;
}

export async function openAppPlace(): Promise<AppPlace> {
  const portal = new AppPortal();
  const served = await serveApp(() => portal.base);
  portal.appOrigin = served.origin;
  await portal.start();
  portal.base = portal.base.replace('127.0.0.1', 'localhost');
  const made = await makeSite(notice);
  served.site = made.access;
  const settings = {
    v: 1,
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    domain: 'harbor.example',
    portal: portal.base,
    passkeys: 'localhost',
    page: 'harbor.example/notice',
    log: 'harbor.example/log',
    telephone: null,
    report: null,
    waitSeconds: 259_200,
    app: '0'.repeat(64),
  };
  served.settings = settings;
  return {
    served,
    portal,
    settings,
    close: async () => {
      await served.close();
      await portal.end();
    },
  };
}

export async function openAppWorld(): Promise<AppWorld> {
  const place = await openAppPlace();
  const browser = await openBrowser();
  return {
    ...place,
    browser,
    close: async () => {
      await browser.close();
      await place.close();
    },
  };
}
