import { element } from '../../ui/element.ts';
import { mark } from '../../ui/mark.ts';
import { judgeTypedCode } from '../../ui/typed-code.ts';
import { isDomain } from '../../ui/typed-domain.ts';
import { fill, formatNumber, formatTime } from '../../ui/words.ts';
import type { PageState, View } from '../page-state.ts';
import type { Phrases } from '../words/phrases.ts';

/** Code and domain by hand, judged while they are typed. */
export function drawForm({ state, actions }: View): HTMLElement {
  const phrases = state.phrases;
  const isBusy = state.stage.kind === 'looking-up';
  const hint = element('p', { class: 'hint', attributes: { id: 'code-hint', role: 'status' } });
  const reason = element('span', { class: 'hint', attributes: { id: 'why-not', role: 'status' } });
  const submit = element('button', {
    class: 'button primary',
    text: isBusy ? phrases.lookingUp : phrases.lookUp,
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
    reason.textContent = judged.isWhole && !isDomain(domain) ? phrases.domainMissing : describeFiles(phrases, state);
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
        code = codeField.value;
        actions.type('code', code);
        judge();
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
      inputmode: 'url',
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
    element('label', { text: phrases.domainLabel, attributes: { for: 'domain' } }),
    domainField,
    element('p', { class: 'hint', text: phrases.domainHint, attributes: { id: 'domain-hint' } }),
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
    form,
    drawOrder(phrases),
  );
}

function describeFiles(phrases: Phrases, { site, logSize }: PageState): string {
  if (site === null || logSize === null) return '';
  return fill(phrases.built, { time: formatTime(phrases, site.built), size: formatNumber(phrases, logSize) });
}

function drawOrder(phrases: Phrases): HTMLElement {
  const steps = phrases.order.map(([bold, rest]) =>
    element('li', {}, element('p', {}, element('b', { text: bold }), rest)),
  );
  return element(
    'section',
    { class: 'ruled' },
    element('h2', { text: phrases.orderTitle }),
    element('ol', { class: 'steps' }, ...steps),
  );
}
