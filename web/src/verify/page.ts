import { readNoticeCode } from '@candor/core/notice/code';
import type { Language } from '@candor/core/notice/text';
import { type NoticeAnswer, readSiteDescription, SITE_DESCRIPTION_PATH, toSitePaths } from '@candor/core/verify';
import type { CodeAndDomains, UnreadableReason } from '@candor/core/verify/received';
import { loadPhrases, type Phrases } from '../i18n/catalogues.ts';
import { fetchChecked } from '../platform/later-files.ts';
import { siteAccess } from '../platform/site-access.ts';
import { element } from '../ui/element.ts';
import { chooseLanguage, keepLanguage } from '../ui/language-choice.ts';
import { isAddress, isDomain, toTypedRecipient } from '../ui/typed-domain.ts';
import { Entries, type KeptEntry, readKeptEntry } from './state/entries.ts';
import { findInMessage, LookUp, UnsupportedBrowserError } from './state/look-up.ts';
import { listenForMessages } from './state/message-intake.ts';
import type { PageActions, PageState, Source, Stage, View } from './state/page-state.ts';
import { drawAside, drawBar } from './views/frame.ts';
import { loadDifferences } from './views/loaded-differences.ts';
import { drawMain, toTitle } from './views/main.ts';

/** One state of the page, as Back restores it. */
interface Moment extends Pick<PageState, 'code' | 'domain' | 'held' | 'stage'> {
  readonly lookUp: LookUp | null;
}

/** Focus after rendering: the answer, the language, the findings in a message, or the previous element. */
type Focus = 'h1' | '#language' | '#found' | '#code' | '#domain' | null;

const EMPTY: Moment = { code: '', domain: '', held: null, stage: { kind: 'form' }, lookUp: null };

const NOTHING = { codes: [], domains: [], addresses: [] } as const;

/** Runs the page: one state, rendered completely after every step. Typed text never leaves it. */
export async function startPage(page: Document): Promise<void> {
  const place = page.getElementById('page');
  // Null: `old-browser.js` found that this browser cannot check anything.
  if (place === null) return;
  const otherWays = page.getElementById('old-browser');
  for (const language of new Set([chooseLanguage(), 'en'] as const)) {
    const phrases = await loadWords(language).catch(() => null);
    if (phrases === null) continue;
    otherWays?.toggleAttribute('hidden', true);
    return new Page(page, place, language, phrases).start();
  }
  // The site is incomplete or was rebuilt.
  otherWays?.toggleAttribute('hidden', false);
}

async function loadWords(language: Language): Promise<Phrases> {
  await fetchChecked(language);
  return loadPhrases(language);
}

class Page {
  readonly #page: Document;
  readonly #place: HTMLElement;
  readonly #entries: Entries<Moment>;
  #state: PageState;
  #lookUp: LookUp | null = null;
  /** Incremented with each step of the reader: results of earlier steps are ignored. */
  #turn = 0;

  constructor(page: Document, place: HTMLElement, language: Language, phrases: Phrases) {
    this.#page = page;
    this.#place = place;
    const { code, domain, held, stage } = EMPTY;
    this.#state = { language, phrases, site: null, logSize: null, code, domain, held, stage };
    this.#entries = new Entries(history);
  }

  start(): void {
    const kept = readKeptEntry(history.state);
    if (kept !== null) this.#state = { ...this.#state, code: kept.code, domain: kept.domain };
    listenForMessages(this.#page, (source) => void this.#take(source));
    addEventListener('popstate', ({ state }) => this.#recall(state));
    this.#draw(null);
    void this.#load().then(() => (kept === null || this.#turn > 0 ? undefined : this.#restore(kept)));
  }

  readonly #actions: PageActions = {
    setLanguage: (language) => {
      keepLanguage(language);
      void this.#speak(language);
    },
    type: (field, text) => {
      this.#state = { ...this.#state, [field]: text };
      this.#keep();
    },
    choose: (field, text) => {
      this.#change({ [field]: text }, `#${field}`);
      this.#keep();
    },
    lookUp: () => void this.#ask(null),
    take: (source) => void this.#take(source),
    release: () => {
      this.#change({ held: null }, 'h1');
      this.#keep();
    },
    compareAgain: () => void this.#compare(null),
    startAgain: () => this.#go(EMPTY, 'h1'),
  };

  /** `again` is the entry to answer again after a reload. */
  async #ask(again: KeptEntry | null): Promise<void> {
    const { site, code, domain, held, stage } = this.#state;
    this.#turn += 1;
    if (site === null) return this.#load();
    const turn = this.#turn;
    const isSameEntry = stage.kind === 'failed' || again !== null;
    this.#change({ stage: { kind: 'looking-up' } }, null);
    const lookUp = new LookUp(site, code, toTypedRecipient(domain));
    const source = held?.trouble === null ? held.source : null;
    const found = await answer(lookUp, source, again?.hadMessage ?? false);
    if (turn !== this.#turn) return;
    if (found.kind === 'form') this.#askAddress(found);
    else
      this.#go({ code, domain, held: found.kind === 'failed' ? held : null, stage: found, lookUp }, 'h1', isSameEntry);
  }

  /** The form again: an address in the held message is offered for the reader to confirm. */
  #askAddress(stage: Stage): void {
    const { domain, held } = this.#state;
    const [only, ...others] = held?.addresses ?? [];
    const offered = only !== undefined && others.length === 0 && !isAddress(domain) ? only : domain;
    this.#change({ domain: offered, stage }, '#domain');
    this.#keep();
  }

  /**
   * A message from anywhere: compared when an answer about its code is shown, otherwise its code and domain are
   * offered.
   */
  async #take(source: Source): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { stage, site, code } = this.#state;
    const isComparable = stage.kind === 'answer' && 'issued' in stage.answer;
    if (isComparable) {
      this.#change({ stage: { ...stage, comparingBytes: countBytes(source) } }, null);
      // One frame, so that the number is visible before the work starts.
      await new Promise((settle) => setTimeout(settle));
    }
    const found = await findInMessage(source, site?.domain ?? '').catch(() => null);
    if (turn !== this.#turn) return;
    // The reader of messages did not load.
    if (found === null) return this.#change({ held: null, stage: { kind: 'failed', why: 'failed' } }, 'h1');
    const isOther = namesAnotherCode(found, code);
    if (isComparable && !isOther) return this.#compare(source);
    this.#offer(source, found);
    // The current lookup is already confirmed.
    if (stage.kind === 'looking-up' && !isOther) await this.#ask(null);
  }

  #offer(source: Source, found: CodeAndDomains | { readonly unreadable: UnreadableReason }): void {
    const { stage } = this.#state;
    const isForm = stage.kind === 'form' || stage.kind === 'looking-up' || stage.kind === 'failed';
    const typed = isForm ? this.#state : EMPTY;
    const { codes, domains, addresses }: Omit<CodeAndDomains, 'isMessage'> = 'codes' in found ? found : NOTHING;
    const [first = ''] = codes.length === 1 ? codes : [];
    const isTyped = codes.length === 0 || codes.includes(toWholeCode(typed.code) ?? '');
    const code = isTyped ? typed.code : first;
    const domain = isDomain(typed.domain) ? typed.domain : (domains[0] ?? typed.domain);
    const isCodeAlone = 'codes' in found && !found.isMessage && codes.length > 0;
    const trouble = 'unreadable' in found ? found.unreadable : found.isMessage ? null : 'too-short';
    const held = isCodeAlone ? null : { source, codes, domains, addresses, trouble };
    const focus = held === null ? '#domain' : '#found';
    this.#go({ code, domain, held, stage: { kind: 'form' }, lookUp: null }, focus, isForm);
  }

  async #compare(source: Source | null): Promise<void> {
    const { stage, code, domain, site } = this.#state;
    if (stage.kind !== 'answer' || site === null) return;
    this.#turn += 1;
    const turn = this.#turn;
    const lookUp = this.#lookUp ?? new LookUp(site, code, toTypedRecipient(domain));
    const found = await answer(lookUp, source, false);
    if (turn === this.#turn) this.#go({ code, domain, held: null, stage: found, lookUp }, 'h1');
  }

  /** Shows a state as a new entry, or in place of the current one. */
  #go(moment: Moment, focus: Focus, isSameEntry = false): void {
    this.#turn += 1;
    if (!isSameEntry) {
      // The entry being left, without a message under comparison.
      const { stage } = this.#state;
      if (stage.kind === 'answer') this.#state = { ...this.#state, stage: { ...stage, comparingBytes: null } };
      if (stage.kind === 'looking-up') this.#state = { ...this.#state, stage: { kind: 'form' } };
      this.#keep();
    }
    const { lookUp, ...changes } = moment;
    this.#lookUp = lookUp;
    this.#change(changes, focus);
    if (isSameEntry) this.#keep();
    else this.#entries.push(moment, toKept(moment));
    if (focus === 'h1' && !isSameEntry) scrollTo(0, 0);
  }

  #keep(): void {
    const { code, domain, held, stage } = this.#state;
    const moment = { code, domain, held, stage, lookUp: this.#lookUp };
    this.#entries.keep(moment, toKept(moment));
  }

  #recall(state: unknown): void {
    this.#turn += 1;
    const moment = this.#entries.recall(state);
    const kept = readKeptEntry(state);
    if (moment !== null) {
      const { lookUp, ...changes } = moment;
      this.#lookUp = lookUp;
      this.#change(changes, 'h1');
    } else if (kept !== null) void this.#restore(kept);
    else this.#change({ code: '', domain: '', held: null, stage: { kind: 'form' } }, 'h1');
  }

  /** A stored entry: the code is looked up again, and a message must be dropped again. */
  async #restore(kept: KeptEntry): Promise<void> {
    const { code, domain, stage } = kept;
    this.#lookUp = null;
    const isFailed = this.#state.stage.kind === 'failed';
    this.#change({ code, domain, held: null, stage: isFailed ? this.#state.stage : { kind: 'form' } }, null);
    if (stage !== 'answer' || isFailed || toWholeCode(code) === null || !isDomain(domain)) return;
    await this.#ask(kept);
  }

  async #load(): Promise<void> {
    try {
      const bytes = await siteAccess(SITE_DESCRIPTION_PATH);
      const site = bytes === null ? null : readSiteDescription(bytes);
      if (site === null) throw new Error('the site does not describe itself');
      const checkpoint = await siteAccess(toSitePaths(site).checkpoint);
      const logSize = checkpoint === null ? null : Number(new TextDecoder().decode(checkpoint).split('\n')[1]);
      this.#change({ site, logSize, stage: { kind: 'form' } }, null);
    } catch {
      this.#change({ stage: { kind: 'failed', why: 'failed' } }, null);
    }
  }

  async #speak(language: Language): Promise<void> {
    try {
      this.#change({ language, phrases: await loadWords(language) }, '#language');
    } catch {
      // The language file did not load; the current text stays.
      this.#draw('#language');
    }
  }

  #change(changes: Partial<PageState>, focus: Focus): void {
    this.#state = { ...this.#state, ...changes };
    this.#draw(focus);
  }

  #draw(focus: Focus): void {
    const view: View = { state: this.#state, actions: this.#actions };
    const before = this.#page.activeElement?.id ?? '';
    this.#page.documentElement.lang = this.#state.language;
    this.#page.title = toTitle(this.#state);
    this.#place.replaceChildren(
      drawBar(view),
      element('div', { class: 'width columns' }, element('main', {}, ...drawMain(view)), drawAside(view)),
    );
    const wanted = focus ?? (before === '' ? null : `#${before}`);
    if (wanted !== null) this.#place.querySelector<HTMLElement>(wanted)?.focus();
  }
}

/** The answer, or its error. */
async function answer(lookUp: LookUp, source: Source | null, hadMessage: boolean): Promise<Stage> {
  try {
    // Before the answer is known: the host must not learn from it whether the code opened anything.
    if (source !== null) await loadDifferences();
    const found: NoticeAnswer = await lookUp.check(source);
    if (found.kind === 'address-asked') return { kind: 'form', isAddressAsked: true };
    return { kind: 'answer', answer: found, source, comparingBytes: null, isMessageGone: hadMessage };
  } catch (cause) {
    return { kind: 'failed', why: cause instanceof UnsupportedBrowserError ? 'old-browser' : 'failed' };
  }
}

function toKept({ code, domain, stage }: Moment): Omit<KeptEntry, 'id'> {
  const isAnswer = stage.kind === 'answer';
  return {
    code,
    domain,
    stage: isAnswer ? 'answer' : 'form',
    hadMessage: isAnswer && (stage.source !== null || stage.isMessageGone),
  };
}

function toWholeCode(typed: string): string | null {
  const reading = readNoticeCode(typed);
  return reading.state === 'code' ? reading.text : null;
}

function namesAnotherCode(found: CodeAndDomains | { readonly unreadable: UnreadableReason }, code: string): boolean {
  return 'codes' in found && found.codes.length > 0 && !found.codes.includes(toWholeCode(code) ?? '');
}

function countBytes(source: Source): number {
  return source.kind === 'file' ? source.bytes.length : new TextEncoder().encode(source.text).length;
}
