import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, Suspense, useEffect } from 'react';
import { CommandPalette } from '../../ui/react/command-palette.tsx';
import { FaultBoundary } from '../../ui/react/fault-boundary.tsx';
import { KeyHelp } from '../../ui/react/key-help.tsx';
import { LoadingState } from '../../ui/react/page-states.tsx';
import { AppShell } from '../../ui/react/shell/app-shell.tsx';
import { StatusProvider, useStatus } from '../../ui/react/status-context.tsx';
import { toIncidentPath } from '../address/incident-address.ts';
import { findSection, SECTION_PATHS, SECTIONS, SETTINGS_PATH, toHref } from '../address/sections.ts';
import { useWords } from '../base/words.ts';
import { useDesk, useIncident } from '../desk/desk.tsx';
import { FaultPage } from './fault-page.tsx';
import styles from './shell.module.css';

/** On a phone; the others are behind "More". */
const NARROW_SECTIONS = ['incident', 'parties', 'notices'] as const;

/** Top bar with the sections, page, status bar. */
export function Shell(): ReactElement {
  return (
    <StatusProvider>
      <Frame />
    </StatusProvider>
  );
}

function Frame(): ReactElement {
  const words = useWords();
  const { pathname } = useLocation();
  const { facts, side } = useStatus();
  const { shared, sections, settings, title } = words;
  const { to } = useIncident();
  const section = findSection(pathname);
  // The section only: titles are stored in histories and window lists.
  const pageTitle = section === null ? title : `${sections[section]} · ${title}`;
  useEffect(() => {
    document.title = pageTitle;
  }, [pageTitle]);
  return (
    <AppShell
      words={shared.shell}
      whose={<Whose />}
      tabs={{
        tabs: SECTIONS.map((id) => ({ id, name: sections[id], href: toHref(to(SECTION_PATHS[id])) })),
        current: section,
        narrowTabs: NARROW_SECTIONS,
        words: { label: shared.shell.sectionsLabel, more: shared.shell.more },
        isAtFoot: true,
      }}
      person={
        <>
          <GoTo />
          <a href={toHref(to(SETTINGS_PATH))}>{settings.link}</a>
        </>
      }
      status={facts.map((fact) => <span key={fact}>{fact}</span>)}
      statusSide={
        <>
          {side}
          <KeyHelp
            words={shared.keys}
            acts={[
              { keys: ['Ctrl K'], does: words.acts.goTo },
              { keys: ['Esc'], does: words.acts.leave },
              { keys: ['?'], does: words.acts.help },
            ]}
          />
        </>
      }
    >
      <FaultBoundary key={pathname} show={(fault) => <FaultPage fault={fault} />}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </FaultBoundary>
    </AppShell>
  );
}

/** The organization, and its incident: one of several can be chosen. */
function Whose(): ReactNode {
  const { title, desk: words } = useWords();
  const desk = useDesk();
  const { incident } = useIncident();
  if (desk.is === 'closed' || incident === null) return <b>{title}</b>;
  const { incidents } = desk.list;
  return (
    <>
      <b>{incident.organization ?? title}</b>
      {incidents.length === 1 ? (
        <span>{incident.name}</span>
      ) : (
        <select
          className={`field small ${styles['incidents']}`}
          aria-label={words.incidents}
          value={incident.id}
          onChange={({ target }) => location.assign(toHref(toIncidentPath(SECTION_PATHS.incident, target.value)))}
        >
          {incidents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function Waiting(): ReactElement {
  return (
    <div className="page-stack">
      <LoadingState>{useWords().loading}</LoadingState>
    </div>
  );
}

function GoTo(): ReactElement {
  const { shared, sections, settings } = useWords();
  const { to } = useIncident();
  const places = [
    ...SECTIONS.map((id) => ({ path: SECTION_PATHS[id], name: sections[id] })),
    { path: SETTINGS_PATH, name: settings.link },
  ];
  const commands = places.map(({ path, name }) => ({
    id: path,
    name,
    href: toHref(to(path)),
    run: () => {
      location.hash = to(path);
    },
  }));
  return <CommandPalette words={shared.goTo} commands={commands} />;
}
