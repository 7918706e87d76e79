import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import { type BegunAnswer, consolePaths, type FoldersAnswer } from '@candor/core/contract/console';
import { incidentOperations } from '@candor/core/contract/operations';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openStateForRun } from '../../adapters/store/state-folder.ts';
import { listNewFolders, type NewFolderPlace } from '../../commands/incidents/list-new-folders.ts';
import { type CallAnswer, CallPool } from './call-pool.ts';
import { ConsoleRefusal } from './denial.ts';
import { onceAnswer, toOutput } from './once-answer.ts';
import { type OpenedIncident, openIncident } from './opened-incidents.ts';

const ID_DIGITS = 12;
const STATE = '.candor';
/** What a person says of a folder: everything but the folder. */
const { folder: _, ...said } = incidentOperations.init.input.shape;
const start = z.strictObject(said);

/**
 * Begins incidents in folders below the console's own. A page sends the id of a folder; each call lists the folders
 * again and looks for it, so that no text of a page becomes a path.
 */
export class FirstUse {
  readonly #folder: string;
  readonly #incidents: Map<string, OpenedIncident>;
  readonly #pool = new CallPool(1);

  constructor(folder: string, incidents: Map<string, OpenedIncident>) {
    this.#folder = resolve(folder);
    this.#incidents = incidents;
  }

  list(): FoldersAnswer {
    const { folders, isCut } = listNewFolders(this.#folder);
    return { folders: folders.map((place) => ({ ...place, id: this.#toId(place) })), isCut };
  }

  look(id: string, person: string): Promise<CallAnswer> {
    const { path } = this.#find(id);
    return this.#pool.call({ state: path, name: 'init.look', input: { folder: path }, person, seen: null });
  }

  /** Writes the incident file as `candor init` does, where there is none yet, and starts the first run. */
  async start(id: string, given: z.infer<typeof start>, person: string): Promise<CallAnswer> {
    const { path, hasFile } = this.#find(id);
    if (!hasFile) {
      const input = { ...given, folder: path };
      const written = await this.#pool.call({ state: path, name: 'init', input, person, seen: null });
      if (written.is !== 'answer') return written;
    }
    try {
      const state = join(path, STATE);
      // A job is a row of the state.
      await (await openStateForRun(state)).close();
      const opened = openIncident({ state, name: basename(path), organization: null, fault: null });
      const known = this.#incidents.get(opened.shown.id) ?? opened;
      this.#incidents.set(known.shown.id, known);
      const job = await known.jobs.start({ operation: 'run', input: {}, by: person });
      const output: BegunAnswer = { incident: known.shown.id, job };
      return { is: 'answer', output, seen: null };
    } catch (cause) {
      if (cause instanceof Refusal) return { is: 'refused', reasons: cause.reasons, changes: [] };
      throw cause;
    }
  }

  close(): Promise<void> {
    return this.#pool.close(true);
  }

  #find(id: string): NewFolderPlace {
    const place = listNewFolders(this.#folder).folders.find((one) => this.#toId(one) === id);
    if (place === undefined) throw new ConsoleRefusal('not-found');
    return { ...place, path: join(this.#folder, place.path) };
  }

  #toId({ path }: NewFolderPlace): string {
    const digest = createHash('sha256').update(join(this.#folder, path)).digest('hex');
    return `f${digest.slice(0, ID_DIGITS)}`;
  }
}

export function addFirstUse(
  app: FastifyInstance,
  firstUse: FirstUse | null,
  { person }: { readonly person: string },
): void {
  const config = { consolePolicy: { role: 'responder' } } as const;
  app.post(consolePaths.folders, { config }, (): FoldersAnswer => firstUse?.list() ?? { folders: [], isCut: false });
  if (firstUse === null) return;
  app.post<{ Params: { folder: string } }>(consolePaths.toFolderLook(':folder'), { config }, async ({ params }) =>
    toOutput(await firstUse.look(params.folder, person)),
  );
  app.post<{ Params: { folder: string } }>(consolePaths.toFolderStart(':folder'), { config }, async (request) => {
    const given = start.safeParse(request.body ?? {});
    if (!given.success)
      throw new ConsoleRefusal(
        'malformed',
        given.error.issues.map(({ message }) => message),
      );
    return toOutput(await onceAnswer(request, () => firstUse.start(request.params.folder, given.data, person)));
  });
}
