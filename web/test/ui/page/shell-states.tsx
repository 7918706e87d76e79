import type { ReactElement, ReactNode } from 'react';
import { loadUiCatalogue } from '../../../src/i18n/ui-catalogue.ts';
import { AnswerHeading } from '../../../src/ui/react/answer-heading.tsx';
import { Banner, ConnectionBanner } from '../../../src/ui/react/banner.tsx';
import { Button } from '../../../src/ui/react/button.tsx';
import { type Command, CommandPalette } from '../../../src/ui/react/command-palette.tsx';
import { KeyHelp } from '../../../src/ui/react/key-help.tsx';
import { useCatalogue } from '../../../src/ui/react/language.tsx';
import { Name } from '../../../src/ui/react/name.tsx';
import { ForbiddenState } from '../../../src/ui/react/page-states.tsx';
import { AppShell } from '../../../src/ui/react/shell/app-shell.tsx';
import { HOSTILE, SECTIONS } from './texts.ts';

const WAITING: Readonly<Record<string, string>> = { leads: '2', notices: '8', reports: '2' };
const COUNTS: Readonly<Record<string, string>> = { evidence: '6', exposure: 'v1', parties: '50,000' };

const go = (id: string) => (): void => {
  location.hash = id;
};

/** Rows take a moment; one word fails, as a server does that does not answer. */
async function search(typed: string): Promise<readonly Command[]> {
  await new Promise((settle) => setTimeout(settle, 50));
  if (typed === 'silent') throw new Error('no answer');
  return HOSTILE.filter((name) => name.toLowerCase().includes(typed)).map((name, at) => ({
    id: `party-${at}`,
    name,
    kind: 'party',
    href: null,
    run: go(`party-${at}`),
  }));
}

/** The frame of the console, around whatever is shown. */
export function Framed(props: {
  readonly current: string | null;
  readonly isHostile?: boolean;
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const words = useCatalogue(loadUiCatalogue);
  const { isHostile = false } = props;
  const tabs = SECTIONS.map(([id, name], at) => {
    const text = WAITING[id] ?? COUNTS[id];
    return {
      id,
      name: isHostile && at % 4 === 1 ? 'Beweismittelsammelstelle' : name,
      href: `#${id}`,
      count: text === undefined ? undefined : { text, isWaiting: id in WAITING },
    };
  });
  const commands = SECTIONS.map(([id, name]) => ({ id, name, href: `#${id}`, run: go(id) }));
  return (
    <AppShell
      words={words.shell}
      whose={
        <b>
          <Name text={isHostile ? HOSTILE[1].repeat(6) : 'Harbor Energy'} isLine />
        </b>
      }
      tabs={{
        tabs,
        current: props.current,
        narrowTabs: ['incident', 'parties', 'notices'],
        words: { label: words.shell.sectionsLabel, more: words.shell.more },
        isAtFoot: true,
      }}
      person={
        <>
          <CommandPalette words={words.goTo} commands={commands} search={search} />
          <a href="#person">
            <Name text={isHostile ? HOSTILE[0] : 'Miguel Ruiz'} />
          </a>
        </>
      }
      notices={props.notices}
      status={
        <>
          <span>exposure 1, rules 2026-12</span>
          <span>{isHostile ? HOSTILE[0] : 'all times UTC'}</span>
        </>
      }
      statusSide={
        <KeyHelp
          words={words.keys}
          acts={[
            { keys: ['Ctrl K'], does: words.goTo.title },
            { keys: ['?'], does: words.keys.title },
          ]}
        />
      }
    >
      {props.children}
    </AppShell>
  );
}

/** Of the frame itself: a section behind "More", a problem above all, no permission. */
export function ShellState({ asked }: { readonly asked: URLSearchParams }): ReactElement {
  const words = useCatalogue(loadUiCatalogue);
  const isHostile = asked.has('hostile');
  const said = isHostile
    ? HOSTILE.slice(0, 5).join(' ')
    : 'The intruder’s session signed in four days after containment.';
  return (
    <Framed
      current={asked.get('current') ?? 'incident'}
      isHostile={isHostile}
      notices={
        asked.has('banner') && (
          <>
            <Banner
              kind="refused"
              lead="Still there?"
              actions={
                <>
                  <Button>Look at the record</Button>
                  <Button>Say what was done…</Button>
                </>
              }
            >
              {said}
            </Banner>
            <ConnectionBanner words={words.connection} isAnswered={!asked.has('silent')} />
          </>
        )
      }
    >
      <div className="page-stack">
        {asked.has('forbidden') ? (
          <ForbiddenState
            isPage
            title="You may not read findings of this incident."
            action={<Button>Ask counsel</Button>}
          >
            <p>Counsel gives this role. What you may see is under the other sections.</p>
          </ForbiddenState>
        ) : (
          <AnswerHeading level={1} question="Where the incident stands, 26 Oct 2001, 08:20 UTC">
            22 parties must be notified; the first report is due in 7 h 40 min.
          </AnswerHeading>
        )}
      </div>
    </Framed>
  );
}
