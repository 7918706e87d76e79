import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { EmptyState } from '../../ui/react/page-states.tsx';
import {
  FIRST_USE_PATH,
  SECTION_PATHS,
  SECTIONS,
  SETTINGS_PATH,
  type Section,
  toHref,
  WAVE_PATH,
} from '../address/sections.ts';
import { useWords } from '../base/words.ts';
import { EvidencePage } from '../pages/evidence/evidence-page.tsx';
import { ExposurePage } from '../pages/exposure/exposure-page.tsx';
import { FindingsPage } from '../pages/findings/people-page.tsx';
import { FirstUsePage } from '../pages/first-use/first-use-page.tsx';
import { IncidentPage } from '../pages/incident/incident-page.tsx';
import { LeadsPage } from '../pages/leads/leads-page.tsx';
import { LogPage } from '../pages/log/log-page.tsx';
import { NoticesPage } from '../pages/notices/notices-page.tsx';
import { WavePage } from '../pages/notices/wave-page.tsx';
import { PartiesPage } from '../pages/parties/parties-page.tsx';
import { PartyPage } from '../pages/parties/party-page.tsx';
import { toPartyPath } from '../pages/parties/party-path.ts';
import { SettingsPage } from '../pages/settings-page.tsx';
import { UnbuiltPage } from '../pages/unbuilt-page.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
const toRoot = (): typeof root => root;

/** One line per built page; a section without one names the commands that do its work. */
const PAGES: Readonly<Partial<Record<Section, () => ReactElement>>> = {
  incident: IncidentPage,
  evidence: EvidencePage,
  exposure: ExposurePage,
  leads: LeadsPage,
  findings: FindingsPage,
  parties: PartiesPage,
  notices: NoticesPage,
  log: LogPage,
};

const tree = root.addChildren([
  ...SECTIONS.map((section) =>
    createRoute({
      getParentRoute: toRoot,
      path: SECTION_PATHS[section],
      component: PAGES[section] ?? (() => <UnbuiltPage section={section} />),
    }),
  ),
  createRoute({ getParentRoute: toRoot, path: WAVE_PATH, component: WavePage }),
  createRoute({ getParentRoute: toRoot, path: toPartyPath('$party'), component: PartyPage }),
  createRoute({ getParentRoute: toRoot, path: SETTINGS_PATH, component: SettingsPage }),
  createRoute({ getParentRoute: toRoot, path: FIRST_USE_PATH, component: FirstUsePage }),
]);

/** Everything is after the `#`: the server serves one page. */
export function makeConsoleRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree: tree, history, defaultPreload: false, scrollRestoration: false });
}

function NotFoundPage(): ReactElement {
  const { notFound } = useWords();
  return (
    <div className="page-stack">
      <h1 className="unseen">{notFound.title}</h1>
      <EmptyState action={<a href={toHref(SECTION_PATHS.incident)}>{notFound.back}</a>}>{notFound.title}</EmptyState>
    </div>
  );
}
