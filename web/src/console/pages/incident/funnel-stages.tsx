import type { Verdict } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import type { FunnelStage } from '../../../ui/react/charts/funnel.tsx';
import { StackedBar, type VerdictCounts } from '../../../ui/react/charts/stacked-bar.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { SECTION_PATHS, type Section, toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import {
  type Counts,
  countAll,
  countExposed,
  countLabelled,
  countToNotify,
  type Status,
  toKinds,
} from './status-counts.ts';

/** From the evidence to those notified; under each what is not known or not done. */
export function useFunnelStages({ summary, toNotify, notified }: Status): readonly FunnelStage[] {
  const words = useWords().incidentPage;
  const { number, fill, count, time } = useFormat();
  const { to } = useIncident();
  const { evidence, audit } = summary;
  const toOpen = (n: number, text: string, section: Section): FunnelStage['open'] =>
    n === 0 ? [] : [{ text, href: toHref(to(SECTION_PATHS[section])) }];
  const toFigure = (n: number, section: Section): ReactElement => (
    <Figure text={number(n)} isZero={n === 0} to={to(SECTION_PATHS[section])} />
  );
  const exposed = (id: string, question: string, counts: Counts): FunnelStage => ({
    id,
    question,
    figure: toFigure(countExposed(counts), 'exposure'),
    text: fill(words.ofExposed, { n: number(countAll(counts)) }),
    bar: <StackedBar counts={counts} of={countAll(counts)} label={null} />,
    facts: fill(words.cleared, { cleared: number(counts['no-evidence']), absent: number(counts.absent) }),
    open: toOpen(counts.undetermined, count(words.untold, counts.undetermined), 'exposure'),
  });
  const undecided = countLabelled(summary, 'ambiguous');
  const parties = countToNotify(toNotify);
  const kinds = toKinds(toNotify);
  const unsupplied = toNotify.state === 'at-least' ? toNotify.bars.notSupplied : 0;
  const { prepared, sent, returned, posted, readUntil, notified: done } = notified.value;
  return [
    {
      id: 'evidence',
      question: words.evidence,
      figure: toFigure(evidence.mailboxes, 'evidence'),
      text: count(words.mailboxes, evidence.mailboxes),
      bar: <Share n={evidence.bytes - evidence.quarantinedBytes} of={evidence.bytes} as="no-evidence" />,
      facts: fill(words.logs, {
        files: number(audit.files),
        records: number(audit.records),
        intruder: number(countLabelled(summary, 'intruder')),
      }),
      open: [
        ...toOpen(
          evidence.quarantinedBytes,
          fill(words.aside, { bytes: number(evidence.quarantinedBytes) }),
          'evidence',
        ),
        ...toOpen(undecided, count(words.ambiguous, undecided), 'leads'),
      ],
    },
    exposed('copies', words.copies, summary.copies),
    exposed('messages', words.messages, summary.messages),
    {
      id: 'parties',
      question: words.parties,
      figure: kinds === null ? '?' : toFigure(parties, 'parties'),
      text: words.toNotify,
      bar: <Share n={parties} of={parties} as="presumed" />,
      facts:
        kinds === null
          ? null
          : fill(words.kinds, {
              organizations: number(kinds.organization),
              people: number(kinds.person),
              lists: number(kinds.list),
            }),
      open: toOpen(unsupplied, count(words.notSupplied, unsupplied), 'evidence'),
    },
    {
      id: 'notified',
      question: words.notified,
      figure: toFigure(done, 'notices'),
      text: kinds === null ? '' : fill(words.of, { n: number(parties) }),
      bar: <Share n={done} of={Math.max(parties, done)} as="no-evidence" />,
      facts: fill(words.numbers, {
        prepared: number(prepared),
        sent: number(sent),
        returned: number(returned),
        posted: number(posted),
      }),
      open: toOpen(
        prepared,
        readUntil === null ? words.noBounces : fill(words.bounces, { at: time(readUntil) }),
        'notices',
      ),
    },
  ];
}

function Share(props: { readonly n: number; readonly of: number; readonly as: Verdict }): ReactElement {
  const counts: VerdictCounts = { [props.as]: props.n };
  return <StackedBar counts={counts} of={props.of} label={null} />;
}
