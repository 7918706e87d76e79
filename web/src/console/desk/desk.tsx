import { type ConsoleIncident, consolePaths, type IncidentsAnswer } from '@candor/core/contract/console';
import { useSearch } from '@tanstack/react-router';
import { createContext, type ReactElement, type ReactNode, use, useMemo } from 'react';
import { readIncidentMember, toIncidentPath } from '../address/incident-address.ts';
import { CallError, listIncidents, openSession } from '../client/client.ts';

/** Who works here, and on which incidents; or why nobody knows. */
export type Desk =
  | { readonly is: 'open'; readonly list: IncidentsAnswer }
  | { readonly is: 'closed'; readonly error: CallError };

/** A start token is good for one session: called once for a page that is loaded. */
export async function openDesk(): Promise<Desk> {
  try {
    if (location.pathname === consolePaths.start) await openSession();
    return { is: 'open', list: await listIncidents() };
  } catch (cause) {
    return { is: 'closed', error: cause instanceof CallError ? cause : new CallError('silent', []) };
  }
}

const DeskContext = createContext<Promise<Desk> | null>(null);

export function DeskProvider(props: { readonly desk: Promise<Desk>; readonly children: ReactNode }): ReactElement {
  return <DeskContext value={props.desk}>{props.children}</DeskContext>;
}

/** Suspends until the console has answered. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('no desk above this component');
  return use(desk);
}

export interface ChosenIncident {
  /** Null: the address does not say which of several. */
  readonly incident: ConsoleIncident | null;
  /** The address of a page about this incident, after the `#`. */
  to(path: string): string;
}

/** The incident that the address names, or the only one. An address never leads to another one than it did before. */
export function useIncident(): ChosenIncident {
  const desk = useDesk();
  const named = readIncidentMember(useSearch({ strict: false }) as Readonly<Record<string, unknown>>);
  return useMemo(() => {
    const incidents = desk.is === 'open' ? desk.list.incidents : [];
    const [only] = incidents;
    const incident = named === null && incidents.length === 1 ? only : incidents.find(({ id }) => id === named);
    return { incident: incident ?? null, to: (path) => toIncidentPath(path, named) };
  }, [desk, named]);
}
