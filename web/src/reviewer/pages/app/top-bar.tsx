import { Link, useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import type { TabsProps } from '../../../ui/react/shell/tabs.tsx';
import { paths, SECTIONS, type Section } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';
import { useSectionCounts } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toPartyName } from '../session/party-name.ts';
import { useSession } from '../session/session-context.tsx';
import { GoTo } from './go-to.tsx';

/** A phone has room for three sections; the others are behind "More". */
const NARROW_TABS = SECTIONS.slice(0, 3);

/** Names the party, and the organization that holds its mail. */
export function Whose(): ReactElement {
  const words = useWords('shared');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { state } = useSession();
  return (
    <>
      <b>{state.is === 'signed-out' ? organization : toPartyName(state.me)}</b>
      {state.is !== 'signed-out' && <span>{fill(words.emailsWith, { organization })}</span>}
    </>
  );
}

/** The signed-in person, and the way to any page. */
export function Person(): ReactElement {
  const words = useWords('shared');
  const { state } = useSession();
  return (
    <>
      {state.is === 'signed-in' && <GoTo />}
      <Link to={paths.account}>{words.account}</Link>
    </>
  );
}

/** The sections as tabs; null before somebody has signed in. */
export function useTabs(): TabsProps | null {
  const words = useWords('shared');
  const { number } = useFormat();
  const counts = useSectionCounts();
  const current = useCurrentSection();
  const { state } = useSession();
  if (state.is !== 'signed-in') return null;
  const tabs = SECTIONS.map((section) => {
    const count = counts[section];
    return {
      id: section,
      name: words.sections[section],
      href: `#${paths[section]}`,
      count: count === undefined ? undefined : { text: number(count.n), isWaiting: count.isWaiting },
    };
  });
  return { tabs, current, narrowTabs: NARROW_TABS, words: { label: words.sectionsLabel, more: words.more } };
}

function useCurrentSection(): Section | null {
  const { pathname } = useLocation();
  return (
    SECTIONS.find((section) => section !== 'overview' && isBelow(pathname, paths[section])) ??
    (pathname === paths.overview ? 'overview' : null)
  );
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
