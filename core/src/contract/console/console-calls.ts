/** Where the console answers, for its server and its pages. */
export const consolePaths = {
  /** The page that turns a start token into a session. */
  start: '/start',
  session: '/session',
  incidents: '/incidents',
  /** Folders below the console's own that have no incident yet. */
  folders: '/folders',
  toFolderLook: (folder: string): string => `/folders/${folder}/look`,
  toFolderStart: (folder: string): string => `/folders/${folder}/start`,
  toOperation: (incident: string, name: string): string => `/incidents/${incident}/${name}`,
} as const;

/** A page sends the key of its session in it. A form cannot set it, and a page of another port cannot know it. */
export const SESSION_KEY_FIELD = 'x-candor-key';

/** A page names each act in it. The same name again is the same act: it is done once. */
export const REQUEST_FIELD = 'x-candor-request';

/**
 * Number of the newest decision of the incident when an answer was read. An act sends back the one of the page that
 * it is on: it is refused when a later decision is about the same thing.
 */
export const SEEN_FIELD = 'x-candor-seen';

/** One of the incidents below the folder of the console. */
export interface ConsoleIncident {
  /** In addresses. */
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
  /** Why nothing can be read of it. */
  readonly fault: string | null;
}

export interface SessionAnswer {
  readonly key: string;
}

export interface IncidentsAnswer {
  readonly person: string;
  readonly incidents: readonly ConsoleIncident[];
}

/** A folder in which an incident can begin. */
export interface NewFolder {
  /** In addresses; it names this folder to this console only. */
  readonly id: string;
  /** Below the folder of the console; empty: that folder itself. */
  readonly path: string;
  /** It has an incident.yaml already: only a run is missing. */
  readonly hasFile: boolean;
}

export interface FoldersAnswer {
  readonly folders: readonly NewFolder[];
  /** There are more than are listed. */
  readonly isCut: boolean;
}

/** An incident began: its first run goes on. */
export interface BegunAnswer {
  readonly incident: string;
  readonly job: number;
}

/** A job was started; `jobs` says how it goes on. */
export interface JobAnswer {
  readonly job: number;
}

/**
 * `terminal-only`: the reason says why. `not-offered`: no page can call it yet. `refused`: the operation refuses, with
 * its own reasons.
 */
export type ConsoleDenialCode =
  | 'wrong-host'
  | 'wrong-origin'
  | 'signed-out'
  | 'token-spent'
  | 'code-spent'
  | 'not-found'
  | 'not-allowed'
  | 'terminal-only'
  | 'not-offered'
  | 'malformed'
  | 'refused'
  | 'changed'
  | 'fault';

/** A decision that was made after a page was read. */
export interface ConsoleChange {
  readonly number: number;
  /** UTC seconds. */
  readonly at: number;
  readonly by: string | null;
  readonly act: string;
  readonly why: string;
  readonly rows: readonly { readonly what: string; readonly before: unknown; readonly after: unknown }[];
}

export interface ConsoleDenial {
  readonly code: ConsoleDenialCode;
  readonly reasons: readonly string[];
  /** What others decided since the page was read, where that may be the reason. */
  readonly changes?: readonly ConsoleChange[];
}
