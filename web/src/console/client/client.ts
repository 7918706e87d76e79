import {
  type BegunAnswer,
  type CodeAnswer,
  type CodeOrder,
  type ConsoleChange,
  type ConsoleDenial,
  consolePaths,
  type FoldersAnswer,
  type IncidentsAnswer,
  type JobAnswer,
  REQUEST_FIELD,
  SEEN_FIELD,
  SESSION_KEY_FIELD,
  type SessionAnswer,
  signingPaths,
} from '@candor/core/contract/console';
import type {
  CalledActs,
  CalledOperations,
  FolderLookAnswer,
  FolderStart,
  JobName,
  StartedJobs,
} from '@candor/core/contract/operations';

/** With the cookie, which no script reads, it is the session. Other ports of this name cannot read it. */
const KEY_PLACE = 'candor-console-key';

/** Why there is no answer. `silent`: the console does not run, or said nothing that its pages understand. */
export class CallError extends Error {
  readonly code: ConsoleDenial['code'] | 'silent';
  readonly reasons: readonly string[];
  /** What others decided since the page was read, where that may be the reason. */
  readonly changes: readonly ConsoleChange[];

  constructor(
    code: ConsoleDenial['code'] | 'silent',
    reasons: readonly string[],
    changes: readonly ConsoleChange[] = [],
  ) {
    super(code);
    this.code = code;
    this.reasons = reasons;
    this.changes = changes;
  }
}

/** Turns the token behind `#` into a session. Takes it out of the address first: nothing keeps it. */
export async function openSession(): Promise<void> {
  const token = location.hash.slice(1);
  history.replaceState(null, '', '/');
  const { key } = await post<SessionAnswer>(consolePaths.session, { token }, { [SESSION_KEY_FIELD]: 'none' });
  localStorage.setItem(KEY_PLACE, key);
}

export function listIncidents(): Promise<IncidentsAnswer> {
  return post(consolePaths.incidents, {});
}

/** Asks for a code with which a document is signed on another machine. @throws CallError */
export function askForCode(incident: string, order: CodeOrder): Promise<CodeAnswer> {
  return post(signingPaths.toCode(incident), order);
}

/** Calls an operation of the table. @throws CallError */
export function call<Name extends keyof CalledOperations>(
  incident: string,
  name: Name,
  input: CalledOperations[Name]['input'],
): Promise<CalledOperations[Name]['answer']> {
  return post(consolePaths.toOperation(incident, name), input);
}

/** Folders in which an incident can begin. */
export function listFolders(): Promise<FoldersAnswer> {
  return post(consolePaths.folders, {});
}

export function lookAtFolder(folder: string): Promise<FolderLookAnswer> {
  return post(consolePaths.toFolderLook(folder), {});
}

/** Writes the incident file where there is none, and starts the first run. @throws CallError */
export function startIncident(folder: string, said: FolderStart): Promise<BegunAnswer> {
  return post(consolePaths.toFolderStart(folder), said, { [REQUEST_FIELD]: crypto.randomUUID() });
}

/** Starts what takes long. It goes on when this has answered; `jobs` says how. @throws CallError */
export function startJob<Name extends JobName>(
  incident: string,
  name: Name,
  input: StartedJobs[Name],
): Promise<JobAnswer> {
  return post(consolePaths.toOperation(incident, name), input, { [REQUEST_FIELD]: crypto.randomUUID() });
}

/** Asks a job to stop, as Ctrl-C does. @throws CallError */
export function stopJob(incident: string, job: number): Promise<CalledActs['jobs.stop']['answer']> {
  return post(consolePaths.toOperation(incident, 'jobs.stop'), { job }, { [REQUEST_FIELD]: crypto.randomUUID() });
}

/** An answer, and the newest decision that it knows of: an act on what it shows sends its number back. */
export interface SeenAnswer<Answer> {
  readonly answer: Answer;
  /** Null: it does not say. */
  readonly seen: number | null;
}

/** `call`, with what an act on the answer needs. @throws CallError */
export function read<Name extends keyof CalledOperations>(
  incident: string,
  name: Name,
  input: CalledOperations[Name]['input'],
): Promise<SeenAnswer<CalledOperations[Name]['answer']>> {
  return send(consolePaths.toOperation(incident, name), input);
}

/** A name for an act. With the same one it is done once, however often it is sent. */
export function nameAct(): string {
  return crypto.randomUUID();
}

/** Does an act of the table. @param seen of the answer that the page shows @throws CallError */
export function callAct<Name extends keyof CalledActs>(
  incident: string,
  name: Name,
  input: CalledActs[Name]['input'],
  { request, seen }: { readonly request: string; readonly seen: number | null },
): Promise<CalledActs[Name]['answer']> {
  const known = seen === null ? {} : { [SEEN_FIELD]: String(seen) };
  return post(consolePaths.toOperation(incident, name), input, { [REQUEST_FIELD]: request, ...known });
}

async function post<Answer>(path: string, body: object, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { answer } = await send<Answer>(path, body, more);
  return answer;
}

/** The server is this page's own, and has checked its answer against the schema of this type. */
async function send<Answer>(
  path: string,
  body: object,
  more: Readonly<Record<string, string>> = {},
): Promise<SeenAnswer<Answer>> {
  const key = localStorage.getItem(KEY_PLACE) ?? '';
  const fields = { 'content-type': 'application/json', [SESSION_KEY_FIELD]: key, ...more };
  try {
    const response = await fetch(path, { method: 'POST', headers: fields, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    const seen = response.headers.get(SEEN_FIELD);
    if (response.ok) return { answer: answer as Answer, seen: seen === null ? null : Number(seen) };
    const { code, reasons, changes } = answer as ConsoleDenial;
    throw new CallError(code, reasons, changes);
  } catch (cause) {
    throw cause instanceof CallError ? cause : new CallError('silent', []);
  }
}
