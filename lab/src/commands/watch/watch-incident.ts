import { join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { inspectPath } from '../../adapters/files/files.ts';
import { nowMilliseconds, sleep } from '../../adapters/process/clock.ts';
import { tryProcessLock } from '../../adapters/store/process-lock.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import { openStateForReading } from '../../adapters/store/state-folder.ts';
import { listArrivals, type RegisteredArrival } from '../../evidence/store/arrival-store.ts';
import {
  type EvidenceScan,
  type FoundArrival,
  findUnnamedFiles,
  STABLE_AFTER_MS,
  StabilityWatch,
  type SurveyMemory,
  scanEvidence,
} from '../../evidence/survey/index.ts';
import { findLastVersion } from '../../exposure/store/version-store.ts';
import type { ActIn } from '../acting.ts';
import { loadIncident } from '../load-incident.ts';
import type { Progress } from '../progress.ts';
import { runIncident } from '../run-incident.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';
import {
  assertAlertTargets,
  deliverAlerts,
  listAlertTargets,
  settleInterrupted,
  toShownTarget,
} from './deliver-alerts.ts';
import { alertGone, alertRefusal, draftSupplements, followVersion } from './follow-version.ts';
import type { WatchEvent } from './watch-event.ts';
import { assertNotCopied } from './watched-incident.ts';

export interface WatchOrder {
  readonly state: string;
  readonly actIn: ActIn;
  /** Folders to scan besides those of the evidence and of `watch.folders`. */
  readonly folders: readonly string[];
  /** One round: judges what arrived, and sends what is due. */
  readonly once: boolean;
  /** Between two looks; null: as in the incident file. */
  readonly everySeconds: number | null;
  /** Folder for the exports of each new exposure; null: none are written. */
  readonly out: string | null;
  readonly workers: number;
  readonly by: string;
  readonly progress: Progress;
  readonly say: (event: WatchEvent) => void;
  readonly onStoppable?: (stop: () => void) => void;
  /** Shorter ones for tests. */
  readonly stillMs?: number;
}

/** A mailbox or log that never stops changing is read anyway after this time. */
const PATIENCE_MS = 5 * 60_000;
/** Maximum files examined per round beside the evidence. */
const MOST_SURVEYED = 2_000;
/** Looking takes at most a fifth of the time: a million files on a slow share are not asked for without end. */
const REST_PER_LOOK = 4;

/**
 * Follows a continuing incident: judges arrivals as a new exposure, reports the difference, stores and sends alerts,
 * and prepares drafts. Never sends anything to a party. The same command resumes after a kill.
 * @throws Refusal without a state, during another watch, or for an alert target that the intruder reached.
 */
export async function watchIncident(order: WatchOrder): Promise<void> {
  const stop = new AbortController();
  order.onStoppable?.(() => stop.abort());
  const begun = await readStanding(order.state);
  await assertNotCopied(order.state);
  const lock = tryProcessLock(order.state, 'watch');
  if (lock === null)
    throw new Refusal('watch-running', [
      advise`${order.state}: another ${hint('watch')} follows this incident; stop it first, or keep that one`,
    ]);
  try {
    const { incident, folder } = loadIncident(begun.incidentFile);
    for (const path of order.folders)
      if (inspectPath(path).is !== 'folder')
        throw new Refusal('no-folder', [`${path}: there is no such folder to watch`]);
    assertAlertTargets(incident, folder, begun.summary);
    order.say({
      event: 'watching',
      incident: incident.incident,
      version: begun.summary?.version ?? null,
      everySeconds: order.everySeconds ?? incident.watch?.everySeconds ?? STABLE_AFTER_MS / 1000,
      alerts: listAlertTargets(incident).map((target) => ({ channel: target.channel, target: toShownTarget(target) })),
    });
    await new Watch(order, stop.signal).run();
  } finally {
    lock.release();
  }
}

interface Standing {
  readonly incidentFile: string;
  readonly summary: RunSummary | null;
  readonly arrivals: readonly RegisteredArrival[];
}

async function readStanding(statePath: string): Promise<Standing> {
  const state = await openStateForReading(statePath);
  try {
    const incidentFile = await readFact(state.store, 'incident-file');
    if (incidentFile === null)
      throw new Refusal('no-incident', [
        advise`${statePath}: this state does not say where its incident file is; run ${hint('run')} first`,
      ]);
    const last = await findLastVersion(state.store);
    const summary = last === null ? null : readRunSummary(last);
    return { incidentFile, summary, arrivals: await listArrivals(state.store) };
  } finally {
    await state.close();
  }
}

class Watch {
  readonly #order: WatchOrder;
  readonly #signal: AbortSignal;
  readonly #stillness: StabilityWatch;
  readonly #surveyed: SurveyMemory = new Map();
  /** What was said already, so that nothing is said at every look. */
  readonly #said = new Set<string>();
  #waitingSinceMs: number | null = null;
  #isFresh = true;
  /** Logs that an exposure was judged from and that the last look did not find. */
  #gone: readonly string[] = [];

  constructor(order: WatchOrder, signal: AbortSignal) {
    this.#order = order;
    this.#signal = signal;
    this.#stillness = new StabilityWatch(order.stillMs);
  }

  async run(): Promise<void> {
    const { once, say } = this.#order;
    for (let pass = 1; ; pass += 1) {
      const begunMs = performance.now();
      const { isSettled, everySeconds } = await this.#pass();
      if (this.#signal.aborted) break;
      // What was still written to is looked at once more.
      if (once && (isSettled || pass > 1)) return;
      const restMs = (performance.now() - begunMs) * REST_PER_LOOK;
      const waitMs = once ? (this.#order.stillMs ?? STABLE_AFTER_MS) : Math.max(everySeconds * 1000, restMs);
      await sleep(waitMs, this.#signal);
      if (this.#signal.aborted) break;
    }
    say({ event: 'stopped' });
  }

  /** One look and all that follows from it. A state that another command has to itself is left for the next. */
  async #pass(): Promise<{ readonly isSettled: boolean; readonly everySeconds: number }> {
    const { actIn, state, once, say } = this.#order;
    let everySeconds = this.#order.everySeconds ?? STABLE_AFTER_MS / 1000;
    try {
      if (this.#isFresh) await settleInterrupted(actIn, state, say);
      this.#isFresh = false;
      await this.#follow();
      const isSettled = await this.#judgeArrivals((seconds) => {
        everySeconds = seconds;
      });
      await this.#follow();
      return { isSettled, everySeconds };
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      if (cause.code === 'state-in-use') {
        if (once) throw cause;
        this.#sayOnce('busy', { event: 'busy' });
        return { isSettled: false, everySeconds };
      }
      // A person is at the incident file, or the evidence is on a disk that is not there: said, alerted, and tried
      // again.
      this.#sayOnce(`${cause.code} ${cause.reasons.join('\n')}`, {
        event: 'refused',
        code: cause.code,
        reasons: cause.reasons,
      });
      await this.#alertRefusal(cause);
      if (once) throw cause;
      return { isSettled: false, everySeconds };
    }
  }

  /** A log that was taken away may be an intruder's doing: nobody waits for the next arrival. */
  async #alertGone(): Promise<void> {
    const { actIn, state, say } = this.#order;
    if (this.#gone.length === 0) return;
    await alertGone(actIn, state, this.#gone, say);
    await deliverAlerts(actIn, state, say, () => this.#signal.aborted);
  }

  async #alertRefusal(refusal: Refusal): Promise<void> {
    const { actIn, state, say } = this.#order;
    try {
      await alertRefusal(actIn, state, refusal, say);
      await deliverAlerts(actIn, state, say, () => this.#signal.aborted);
    } catch (cause) {
      // The same refusal comes at the next look, and is alerted then.
      if (!(cause instanceof Refusal)) throw cause;
    }
  }

  /**
   * Says and alerts what a new exposure changes, also of a run by hand or of one whose watch was killed, and drafts
   * what parties must hear.
   */
  async #follow(): Promise<void> {
    const { actIn, state, by, progress, say } = this.#order;
    await followVersion(actIn, state, say);
    await deliverAlerts(actIn, state, say, () => this.#signal.aborted);
    if (!this.#signal.aborted) await draftSupplements(actIn, state, by, progress, say);
  }

  /** Judges what arrived and is whole. False where something is still written to. */
  async #judgeArrivals(onEvery: (seconds: number) => void): Promise<boolean> {
    const { say, state, stillMs = STABLE_AFTER_MS } = this.#order;
    const standing = await readStanding(state);
    const { incident, folder } = loadIncident(standing.incidentFile);
    onEvery(this.#order.everySeconds ?? incident.watch?.everySeconds ?? STABLE_AFTER_MS / 1000);
    const look = scanEvidence({ incident, folder, arrivals: standing.arrivals });
    this.#sayBeside(look, incident, folder);
    await this.#alertGone();
    const still = this.#stillness.select(look.found, nowMilliseconds(), performance.now());
    const isFirst = standing.summary === null || standing.arrivals.length === 0;
    const chosen = isFirst ? look.found : this.#choose(look.found, still);
    const waiting = look.found.filter((arrival) => !chosen.includes(arrival));
    if (waiting.length > 0 && stillMs > 0)
      this.#sayOnce(`waits ${waiting.map(({ place, stamp }) => `${place} ${stamp}`).join()}`, {
        event: 'still-written',
        places: waiting.map(({ place }) => place),
      });
    if (chosen.length === 0 && !isFirst) return waiting.length === 0;
    say({ event: 'arrived', arrivals: chosen.map(({ stamp: _, changedMs: __, ...arrival }) => arrival) });
    await this.#judge(standing, look, waiting);
    return waiting.length === 0;
  }

  async #judge(standing: Standing, { listed }: EvidenceScan, waiting: readonly FoundArrival[]): Promise<void> {
    const { state, out, workers, progress, say } = this.#order;
    const left = new Set(waiting.filter(({ isInFolder, isNew }) => isInFolder && isNew).map(({ place }) => place));
    const { version } = await runIncident({
      incident: standing.incidentFile,
      state,
      out,
      workers,
      accept: [],
      // What came since the look may still be written to.
      readsLog: (file) => listed.has(file) && !left.has(file),
      progress,
    });
    this.#said.clear();
    this.#waitingSinceMs = null;
    const before = standing.summary?.version ?? null;
    // A newer one is said with its difference.
    if (before === null || before === version) say({ event: 'judged', version, isSame: before !== null, change: null });
  }

  /**
   * What is judged now: all complete files. A run reads mailboxes and named logs, so it waits while one is being
   * written, but not forever; a new log in a folder is skipped and delays nothing.
   */
  #choose(found: readonly FoundArrival[], still: readonly FoundArrival[]): readonly FoundArrival[] {
    const nowMs = performance.now();
    if (found.length === 0) this.#waitingSinceMs = null;
    else this.#waitingSinceMs ??= nowMs;
    if (this.#waitingSinceMs !== null && nowMs - this.#waitingSinceMs >= PATIENCE_MS) return found;
    const blocks = found.some((arrival) => !(arrival.isInFolder && arrival.isNew) && !still.includes(arrival));
    return blocks ? [] : still;
  }

  #sayBeside({ gone }: EvidenceScan, incident: Incident, folder: string): void {
    const { folders, out, state } = this.#order;
    if (gone.length > 0) this.#sayOnce(`gone ${gone.join()}`, { event: 'gone', places: gone });
    this.#gone = gone;
    const unnamed = findUnnamedFiles(
      {
        incident,
        folder,
        named: [
          ...folders.map((path) => resolve(path)),
          ...(incident.watch?.folders ?? []).map((path) => resolve(folder, path)),
        ],
        except: [resolve(state), ...(out === null ? [] : [resolve(out)]), join(folder, '.candor')],
        nowMs: nowMilliseconds(),
        mostSurveyed: MOST_SURVEYED,
      },
      this.#surveyed,
    );
    for (const file of unnamed) this.#sayOnce(`unnamed ${file.path}`, { event: 'unnamed', ...file });
  }

  #sayOnce(key: string, event: WatchEvent): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#order.say(event);
  }
}
