import { findPrintedCodes, readNoticeCode } from '@candor/core/notice/code';
import type { Phrases } from '../../i18n/catalogues.ts';
import { button, element } from '../../ui/element.ts';
import { mark } from '../../ui/mark.ts';
import { judgeTypedCode } from '../../ui/typed-code.ts';
import { isDomain } from '../../ui/typed-domain.ts';
import { count, fill, formatNumber, formatTime } from '../../ui/words.ts';
import type { HeldMessage, PageState, View } from '../state/page-state.ts';
import { drawDropZone } from './drop-zone.ts';
import { drawBasis } from './how-known.ts';

/** The message, or code and domain typed by hand and validated while typing. */
export function drawForm(view: View): HTMLElement {
  const { state, actions } = view;
  const { phrases, held } = state;
  const isAddressAsked = state.stage.kind === 'form' && state.stage.isAddressAsked === true;
  const isBusy = state.stage.kind === 'looking-up';
  const hint = element('p', { class: 'hint', attributes: { id: 'code-hint', role: 'status' } });
  const reason = element('span', { class: 'hint', attributes: { id: 'why-not', role: 'status' } });
  const submit = element('button', {
    class: 'button primary',
    text: isBusy ? phrases.lookingUp : held?.trouble === null ? phrases.checkMessage : phrases.lookUp,
    attributes: { type: 'submit', 'aria-describedby': 'why-not' },
  });
  let { code, domain } = state;
  const judge = (): void => {
    const judged = judgeTypedCode(phrases, code);
    hint.replaceChildren(
      ...(judged.isWhole ? [mark('tick'), judged.text] : judged.isSlip ? [mark('cross'), judged.text] : [judged.text]),
    );
    hint.className = judged.isSlip ? 'hint slip' : 'hint';
    codeField.setAttribute('aria-invalid', String(judged.isSlip));
    const isReady = judged.isWhole && isDomain(domain) && !isBusy && state.site !== null;
    submit.setAttribute('aria-disabled', String(!isReady));
    reason.textContent = judged.isWhole && !isDomain(domain) ? phrases.domainMissing : describeFiles(state);
  };
  const codeField = element('input', {
    class: 'field code',
    attributes: {
      id: 'code',
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      'aria-describedby': 'code-hint',
    },
    on: {
      input: () => {
        codeField.value = withoutWords(codeField.value);
        code = codeField.value;
        actions.type('code', code);
        judge();
      },
      // A single-line field would join the lines of a pasted notice.
      paste: (event) => {
        const text = event instanceof ClipboardEvent ? (event.clipboardData?.getData('text/plain') ?? '') : '';
        if (readNoticeCode(text).state === 'code' || findPrintedCodes(text).length === 0) return;
        event.preventDefault();
        actions.take({ kind: 'pasted', text });
      },
    },
  });
  codeField.value = code;
  const domainField = element('input', {
    class: 'field',
    attributes: {
      id: 'domain',
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      inputmode: 'email',
      'aria-describedby': 'domain-hint',
    },
    on: {
      input: () => {
        domain = domainField.value;
        actions.type('domain', domain);
        judge();
      },
    },
  });
  domainField.value = domain;
  judge();
  const form = element(
    'form',
    {
      attributes: { novalidate: '' },
      on: {
        submit: (event) => {
          event.preventDefault();
          if (submit.getAttribute('aria-disabled') === 'false') actions.lookUp();
          else (judgeTypedCode(phrases, code).isWhole ? domainField : codeField).focus();
        },
      },
    },
    element('label', { text: phrases.codeLabel, attributes: { for: 'code' } }),
    codeField,
    hint,
    element('label', {
      text: isAddressAsked ? phrases.addressLabel : phrases.domainLabel,
      attributes: { for: 'domain' },
    }),
    domainField,
    element('p', {
      class: 'hint',
      text: isAddressAsked ? phrases.addressAsked : phrases.domainHint,
      attributes: { id: 'domain-hint' },
    }),
    element('div', { class: 'press' }, submit, reason),
  );
  return element(
    'div',
    {},
    element('h1', {
      text: fill(phrases.question, { organization: state.site?.organization ?? '…' }),
      attributes: { tabindex: '-1' },
    }),
    element('p', { class: 'lead', text: phrases.introduction }),
    drawDropZone(view, false, null, null),
    held === null ? null : drawFound(view, held),
    form,
    drawOrder(phrases),
    drawBasis(
      phrases.privacy.title,
      [],
      [phrases.privacy.files, describeLog(state)].filter((text) => text !== ''),
    ),
  );
}

/** Only the code if other words surround it; otherwise as typed. */
function withoutWords(typed: string): string {
  if (readNoticeCode(typed).state === 'code') return typed;
  const [code, ...others] = findPrintedCodes(typed);
  return code === undefined || others.length > 0 ? typed : code;
}

function describeFiles({ phrases, site }: PageState): string {
  return site === null ? '' : fill(phrases.built, { time: formatTime(phrases, site.built) });
}

function describeLog({ phrases, logSize }: PageState): string {
  return logSize === null ? '' : fill(phrases.privacy.log, { size: formatNumber(phrases, logSize) });
}

function drawOrder(phrases: Phrases): HTMLElement {
  const steps = phrases.order.map(({ start, rest }) =>
    element('li', {}, element('p', {}, element('b', { text: start }), rest)),
  );
  return element(
    'section',
    { class: 'ruled' },
    element('h2', { text: phrases.orderTitle }),
    element('ol', { class: 'steps' }, ...steps),
  );
}

/** Findings in a message given before its code: filled in below for the reader to confirm. */
function drawFound({ state, actions }: View, held: HeldMessage): HTMLElement {
  const { phrases, code, domain } = state;
  const { found } = phrases;
  const { source, codes, trouble } = held;
  const isAddressAsked = state.stage.kind === 'form' && state.stage.isAddressAsked === true;
  const domains = isAddressAsked ? held.addresses : held.domains;
  const name = source.kind === 'file' ? source.name : found.pasted;
  const isWanting = trouble !== null || codes.length === 0;
  const codeSentence = codes.length === 0 ? found.noCode : count(phrases, found.codes, codes.length);
  const domainSentence = domains.length === 0 ? found.noDomain : found.confirm;
  return element(
    'section',
    { class: isWanting ? 'found wanting' : 'found' },
    element('h2', { text: fill(found.title, { name }), attributes: { id: 'found', tabindex: '-1' } }),
    ...(trouble === null
      ? [element('p', { text: codeSentence }), element('p', { text: domainSentence })]
      : [element('p', { class: 'trouble', text: phrases.unreadable[trouble] })]),
    drawChoices(found.chooseCode, codes.length > 1 ? codes : [], code, (text) => actions.choose('code', text)),
    drawChoices(
      isAddressAsked ? found.chooseAddress : found.chooseDomain,
      domains.some((each) => each !== domain) ? domains : [],
      domain,
      (text) => actions.choose('domain', text),
    ),
    button(found.release, 'link', () => actions.release()),
  );
}

function drawChoices(
  label: string,
  choices: readonly string[],
  chosen: string,
  choose: (text: string) => void,
): HTMLElement | null {
  if (choices.length === 0) return null;
  const buttons = choices.map((text) => {
    const made = button(text, 'plain', () => choose(text));
    made.classList.add('small');
    made.setAttribute('aria-pressed', String(text === chosen));
    return made;
  });
  return element(
    'div',
    { class: 'options', attributes: { role: 'group', 'aria-label': label } },
    element('span', { text: label }),
    ...buttons,
  );
}
