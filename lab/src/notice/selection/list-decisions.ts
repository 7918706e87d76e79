import { compareUtf8, formatInstant } from '@candor/core/base';
import { type CurationAct, selectInForce } from '@candor/core/impact/curation';
import { type FindingSelector, selectDecisionsInForce } from '@candor/core/impact/findings';
import { isInForce } from '@candor/core/notice/contact';
import type { ListedDecision, SelectionRow } from '@candor/core/notice/selection';
import type { Store } from '../../adapters/store/store.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { readDecisions } from '../../impact/store/decision-store.ts';
import { readDecisions as readDecisionDocuments } from '../../ledger/decision/index.ts';
import { readContacts } from '../store/contact-store.ts';
import { countListed } from '../store/finding-store.ts';
import { readHoldRows } from '../store/hold-store.ts';

/** Tables of numbered decisions, by the word of their ids. */
const TABLES = { curation: 'impact_curation', finding: 'impact_finding_decision', hold: 'notice_hold' } as const;

/**
 * Every decision in force that changes what parties are told, as it was recorded; by table and number, those that
 * nobody signed first.
 */
export async function listDecisions(store: Store, at: number): Promise<readonly ListedDecision[]> {
  const signers = await readSigners(store);
  const toListed = (kind: keyof typeof TABLES, number: number, what: string, by: string, made: number, why: string) => {
    const signer = signers.get(`${TABLES[kind]} ${number}`) ?? null;
    const listed = { id: `${kind} ${number}`, what, at: formatInstant(made), why };
    return { ...listed, by: signer ?? by, isSigned: signer !== null };
  };
  const curation = selectInForce(await readCuration(store)).flatMap(({ sequence, by, at: made, why, act }) =>
    act.act === 'undo' ? [] : [toListed('curation', sequence, describeCuration(act), by, made, why)],
  );
  const recorded = await readDecisions(store);
  const findings = selectDecisionsInForce(recorded).map(({ sequence, by, at: made, why, act }) =>
    toListed('finding', sequence, `${act.act} findings of ${describeSelector(act.about)}`, by, made, why),
  );
  // Joins of persons change no notice and are not listed.
  const erased = recorded.flatMap(({ sequence, by, at: made, why, act }) =>
    act.act === 'erase'
      ? [toListed('finding', sequence, `erase ${act.findings} findings in ${act.messages} messages`, by, made, why)]
      : [],
  );
  const holds = (await readHoldRows(store)).flatMap((hold) => {
    if (!isInForce(hold, at)) return [];
    const whom = [hold.party ?? 'every party', ...(hold.contact === null ? [] : [hold.contact])].join(' ');
    const until = hold.until === null ? '' : ` until ${formatInstant(hold.until)}`;
    const what = `${hold.kind} ${whom}${until}, asked by ${hold.askedBy}`;
    return [toListed('hold', hold.id, what, hold.by, hold.at, hold.why)];
  });
  const all = [...curation, ...findings, ...erased, ...holds];
  return [...all.filter(({ isSigned }) => !isSigned), ...all.filter(({ isSigned }) => isSigned)];
}

/** Who signed the newest decision that wrote a row, by table and key. */
async function readSigners(store: Store): Promise<ReadonlyMap<string, string>> {
  const signers = new Map<string, string>();
  for (const { document, signature } of await readDecisionDocuments(store, { since: 0 }))
    for (const { table, key } of document?.writes ?? []) {
      const by = signature === null ? null : (document?.by ?? null);
      if (by === null) signers.delete(`${table} ${key}`);
      else signers.set(`${table} ${key}`, by);
    }
  return signers;
}

function describeCuration(act: Exclude<CurationAct, { act: 'undo' }>): string {
  switch (act.act) {
    case 'merge':
      return `merge ${act.parties.join(', ')} into ${act.into}`;
    case 'split':
      return `split ${act.matches.join(', ')} from ${act.party} into ${act.into} (${act.kind})`;
    case 'rename':
      return `name ${act.party} "${act.name}"`;
    case 'kind':
      return `make ${act.party} a ${act.kind}`;
    case 'add-contact':
      return `add contact ${act.contact.contact} to ${act.party}`;
    case 'withdraw-contact':
      return `withdraw contact ${act.contact} of ${act.party}`;
  }
}

/** Values stay out of it: only their number in this state is known here. */
function describeSelector({ kind, rule, sender, value }: FindingSelector): string {
  const parts = [
    kind === undefined ? null : `kind ${kind}`,
    rule === undefined ? null : `rule ${rule}`,
    sender === undefined ? null : `sender ${sender}`,
    value === undefined ? null : `value ${value}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** Rows of findings that were erased, of messages that people listed, and of contacts that people gave or barred. */
export async function listHandRows(store: Store, at: number): Promise<readonly SelectionRow[]> {
  const erased = (await readDecisions(store)).flatMap(({ sequence, act }): readonly SelectionRow[] =>
    act.act === 'erase'
      ? [{ is: 'erased', findings: act.findings, messages: act.messages, decision: `finding ${sequence}` }]
      : [],
  );
  const listed = (await countListed(store)).map((one): SelectionRow => ({ is: 'listed', ...one }));
  const curated = selectInForce(await readCuration(store)).flatMap(({ sequence, act }): readonly SelectionRow[] => {
    const decision = `curation ${sequence}`;
    if (act.act === 'add-contact')
      return [{ is: 'contact', party: act.party, act: 'added', contact: act.contact.contact, decision }];
    if (act.act !== 'withdraw-contact') return [];
    return [{ is: 'contact', party: act.party, act: 'withdrawn', contact: act.contact, decision }];
  });
  const imported = (await readContacts(store)).flatMap(({ party, contact, source }): readonly SelectionRow[] =>
    source === 'import' ? [{ is: 'contact', party, act: 'imported', contact, decision: null }] : [],
  );
  const barred = (await readHoldRows(store)).flatMap((hold): readonly SelectionRow[] =>
    hold.contact === null || !isInForce(hold, at)
      ? []
      : [{ is: 'contact', party: hold.party, act: 'barred', contact: hold.contact, decision: `hold ${hold.id}` }],
  );
  const byText = (a: SelectionRow, b: SelectionRow) => compareUtf8(JSON.stringify(a), JSON.stringify(b));
  return [...erased, ...listed, ...curated, ...imported.sort(byText), ...barred];
}
