import type { Language } from '@candor/core/notice';
import { readSiteDescription, SITE_DESCRIPTION_PATH, toSitePaths } from '@candor/core/verify';
import { siteAccess } from '../platform/site-access.ts';
import { button, element } from '../ui/element.ts';
import { chooseLanguage, keepLanguage } from '../ui/language-choice.ts';
import { toTypedDomain } from '../ui/typed-domain.ts';
import { fill } from '../ui/words.ts';
import { LookUp, UnableBrowser } from './look-up.ts';
import type { PageActions, PageState, Source, View } from './page-state.ts';
import { drawAnswer, drawToDo } from './views/answer.ts';
import { drawForm } from './views/form.ts';
import { drawAside, drawBar } from './views/frame.ts';
import { drawHeadline } from './views/headline.ts';
import { FIRST_PHRASES, loadPhrases } from './words/wording.ts';

/** Runs the page: one state, drawn whole after every step. What was typed never leaves it. */
export function startPage(page: Document): void {
  const place = page.getElementById('page');
  if (place === null) return;
  let state: PageState = {
    language: 'en',
    phrases: FIRST_PHRASES,
    site: null,
    logSize: null,
    code: '',
    domain: '',
    stage: { kind: 'form' },
  };
  let lookUp: LookUp | null = null;

  const draw = (focus: 'answer' | 'language' | null): void => {
    const view: View = { state, actions };
    const phrases = state.phrases;
    page.documentElement.lang = state.language;
    page.title = fill(phrases.pageTitle, { organization: state.site?.organization ?? '' }).trim();
    place.replaceChildren(
      drawBar(view),
      element('div', { class: 'width columns' }, element('main', {}, ...drawMain(view)), drawAside(view)),
    );
    if (focus === 'answer') place.querySelector('h1')?.focus();
    if (focus === 'language') page.getElementById('language')?.focus();
  };
  const change = (changes: Partial<PageState>, focus: 'answer' | 'language' | null = null): void => {
    state = { ...state, ...changes };
    draw(focus);
  };
  const speak = async (language: Language, focus: 'language' | null): Promise<void> => {
    try {
      change({ language, phrases: await loadPhrases(language) }, focus);
    } catch {
      // The file of that language did not load; what is shown stays.
      draw(focus);
    }
  };
  const load = async (): Promise<void> => {
    try {
      const bytes = await siteAccess(SITE_DESCRIPTION_PATH);
      const site = bytes === null ? null : readSiteDescription(bytes);
      if (site === null) throw new Error('the site does not describe itself');
      const checkpoint = await siteAccess(toSitePaths(site).checkpoint);
      const size = checkpoint === null ? null : Number(new TextDecoder().decode(checkpoint).split('\n')[1]);
      change({ site, logSize: size, stage: { kind: 'form' } });
    } catch {
      change({ stage: { kind: 'failed', why: 'failed' } });
    }
  };
  const fail = (cause: unknown): void => {
    change({ stage: { kind: 'failed', why: cause instanceof UnableBrowser ? 'old-browser' : 'failed' } }, 'answer');
  };
  const actions: PageActions = {
    setLanguage: async (language) => {
      keepLanguage(language);
      await speak(language, 'language');
    },
    type: (field, text) => {
      state = { ...state, [field]: text };
    },
    lookUp: async () => {
      if (state.site === null) return load();
      change({ stage: { kind: 'looking-up' } });
      try {
        lookUp = new LookUp(state.site, state.code, toTypedDomain(state.domain));
        const answer = await lookUp.check(null);
        change({ stage: { kind: 'answer', answer, source: null, comparingBytes: null } }, 'answer');
      } catch (cause) {
        fail(cause);
      }
    },
    compare: async (source) => {
      const { stage } = state;
      if (stage.kind !== 'answer' || lookUp === null) return;
      change({ stage: { ...stage, comparingBytes: countBytes(source) } });
      // One frame, so that the number is seen before the work begins.
      await new Promise((settle) => setTimeout(settle));
      try {
        const answer = await lookUp.check(source);
        change({ stage: { kind: 'answer', answer, source, comparingBytes: null } }, 'answer');
      } catch (cause) {
        fail(cause);
      }
    },
    compareAgain: async () => {
      if (lookUp === null) return;
      try {
        const answer = await lookUp.check(null);
        change({ stage: { kind: 'answer', answer, source: null, comparingBytes: null } }, 'answer');
      } catch (cause) {
        fail(cause);
      }
    },
    startAgain: () => {
      lookUp = null;
      change({ code: '', domain: '', stage: { kind: 'form' } }, 'answer');
    },
  };
  // A file that is dropped beside the zone must not take the place of the page.
  for (const event of ['dragover', 'drop']) page.addEventListener(event, (found) => found.preventDefault());
  draw(null);
  void speak(chooseLanguage(), null).then(load);
}

function drawMain(view: View): readonly (HTMLElement | null)[] {
  const { state, actions } = view;
  const phrases = state.phrases;
  const { stage } = state;
  if (stage.kind === 'form' || stage.kind === 'looking-up') return [drawForm(view)];
  const asked = element(
    'p',
    { class: 'asked' },
    element('code', { text: state.code.trim() }),
    element('span', { text: toTypedDomain(state.domain) }),
    button(phrases.checkAnother, 'link', () => actions.startAgain()),
  );
  if (stage.kind === 'answer') return [asked, ...drawAnswer(view, stage)];
  return [
    state.code === '' ? null : asked,
    drawHeadline(stage.why, phrases.headlines[stage.why], {}),
    element(
      'div',
      { class: 'choices left' },
      button(phrases.tryAgain, 'primary', () => actions.lookUp()),
    ),
    drawToDo(state, 'failed'),
  ];
}

function countBytes(source: Source): number {
  return source.kind === 'file' ? source.bytes.length : new TextEncoder().encode(source.text).length;
}
