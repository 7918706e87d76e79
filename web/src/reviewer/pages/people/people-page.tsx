import type { MeAnswer } from '@candor/core/contract';
import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { EmptyState, FailedState, LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSectionCount } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useRelease } from '../release/release-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { toPartyName } from '../session/party-name.ts';
import { useSession } from '../session/session-context.tsx';
import { TrustAside } from '../trust/trust-aside.tsx';
import { ActDialog, type Decision, toRequest } from './act-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { PartyPeople, Person } from './party-people.ts';
import styles from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import type { PersonAct } from './person-status.ts';
import { TrailTable } from './trail-table.tsx';
import { useParty } from './use-party.ts';
import { useTrail } from './use-trail.ts';

const HOUR_SECONDS = 3600;

/** Who reads, who waits, what each opened; a nominator decides here, others see what is relevant to them. */
export function PeoplePage(): ReactElement | null {
  const { state } = useSession();
  if (state.is !== 'signed-in') return null;
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        {state.me.role === 'nominator' ? <NominatorView me={state.me} /> : <ReaderView me={state.me} />}
      </div>
      <TrustAside />
    </div>
  );
}

function NominatorView({ me }: { readonly me: MeAnswer }): ReactElement {
  const words = useWords('people');
  const shared = useWords('shared');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const { state, reload, lookUp } = useParty();
  if (state.is === 'loading') return <LoadingState>{words.loading}</LoadingState>;
  if (state.is === 'failed') {
    return (
      <FailedState
        isPage
        title={fill(words.failed, { flaw: toSentence(state.thrown) })}
        action={<Button onPress={reload}>{shared.tryAgain}</Button>}
      >
        <p>{words.kept}</p>
      </FailedState>
    );
  }
  return <LoadedPeople me={me} listed={state.people} reload={reload} lookUp={lookUp} />;
}

function LoadedPeople(props: {
  readonly me: MeAnswer;
  readonly listed: PartyPeople;
  readonly reload: () => void;
  readonly lookUp: (fingerprint: string) => Promise<void>;
}): ReactElement {
  const { me, listed, reload, lookUp } = props;
  const party = toPartyName(me);
  const words = useWords('people');
  const { count, fill, number } = useFormat();
  const { organization, waitSeconds } = useSettings();
  // As in the enrollment: less than an hour is not none.
  const hours = number(Math.ceil(waitSeconds / HOUR_SECONDS));
  const trail = useTrail(me.party);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [isNaming, setNaming] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const ask = useAsk(me);
  const { people, unsigned } = listed;
  const readers = people.filter(({ role }) => role !== null).length;
  const waiting = people.filter(({ role, enrollment }) => role === null && enrollment?.state === 'waiting').length;
  useSectionCount('people', people.length === 0 ? null : readers, waiting > 0);
  const toValues = (person: Person) => ({
    organization,
    party,
    hours,
    name: person.name,
    opened: count(words.trail.messages, trail.trail.opened.get(person.fingerprint) ?? 0),
  });
  const decide = async (chosen: Decision): Promise<void> => {
    await ask(chosen);
    setDecision(null);
    setDone(fill(words.acts[chosen.act].done, toValues(chosen.person)));
    reload();
  };
  const said = count(words.readers, readers);
  return (
    <>
      <AnswerHeading level={1} question={words.question}>
        {waiting === 0 ? said : count(words.readersWaiting, waiting, { readers: said })}
      </AnswerHeading>
      {unsigned > 0 && <PartialState>{count(words.unsigned, unsigned, { organization })}</PartialState>}
      {people.some(({ isContested }) => isContested) && (
        <NoticeLine kind="refused">{fill(words.contested, { party, organization })}</NoticeLine>
      )}
      {done !== null && <NoticeLine kind="passed">{done}</NoticeLine>}
      <PeopleTable
        people={people}
        role={me.role}
        opened={trail.trail.opened}
        onAct={(act: PersonAct, person) =>
          // Nomination always starts with the fingerprint read aloud: the list opens the same dialog.
          act === 'nominate' ? setNaming(true) : setDecision({ act, person, relation: 'own' })
        }
      />
      <div className={styles['below']}>
        <Button kind="primary" size="deciding" onPress={() => setNaming(true)}>
          {words.name}
        </Button>
        <span className="second">{fill(words.nameHint, { organization, hours })}</span>
      </div>
      <TrailTable state={trail} names={new Map(people.map(({ fingerprint, name }) => [fingerprint, name]))} />
      {isNaming && (
        <NameDialog
          people={people}
          onLookUp={lookUp}
          onClose={() => setNaming(false)}
          onFound={(found) => {
            setNaming(false);
            setDecision(found);
          }}
        />
      )}
      {decision !== null && (
        <ActDialog
          key={`${decision.act} ${decision.person.fingerprint}`}
          decision={decision}
          values={toValues(decision.person)}
          onClose={() => setDecision(null)}
          onDecide={() => decide(decision)}
        />
      )}
    </>
  );
}

function ReaderView({ me }: { readonly me: MeAnswer }): ReactElement {
  const words = useWords('people');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const [isLeaving, setLeaving] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const ask = useAsk(me);
  const own: Person = {
    fingerprint: me.reviewer,
    name: '',
    address: null,
    role: me.role,
    enrollment: null,
    proof: null,
    requests: [],
    isContested: false,
    isYou: true,
  };
  const decision: Decision = { act: 'leave', person: own, relation: 'own' };
  const values = { organization, party: toPartyName(me) };
  return (
    <>
      <ReaderList own={me.reviewer} />
      {done !== null && <NoticeLine kind="passed">{done}</NoticeLine>}
      <section aria-labelledby="you">
        <AnswerHeading question={words.reviewer.leaveTitle} id="you">
          {words.roles[me.role]}
        </AnswerHeading>
        <p>{words.roleHints[me.role]}</p>
        <div className={styles['below']}>
          <Button onPress={() => setLeaving(true)}>{words.acts.leave.button}</Button>
        </div>
      </section>
      {isLeaving && (
        <ActDialog
          decision={decision}
          values={values}
          onClose={() => setLeaving(false)}
          onDecide={async () => {
            await ask(decision);
            setLeaving(false);
            setDone(fill(words.acts.leave.done, values));
          }}
        />
      )}
    </>
  );
}

/** Signs in the key worker, and passes the document to the portal. */
function useAsk({ party, role }: MeAnswer): (decision: Decision) => Promise<void> {
  const keyWorker = useKeyWorker();
  const { portal } = useSession();
  return async (decision) => {
    const request = toRequest(decision, party);
    if (request === null) throw new Error('a decision about an enrollment that is not there');
    const signed = await keyWorker.call('sign-request', { request });
    await (role === 'nominator' ? portal.askForParty(signed) : portal.ask(signed));
  };
}

/** Which keys can open the release, as signed: all that a reviewer who does not nominate can know. */
function ReaderList({ own }: { readonly own: string }): ReactElement {
  const words = useWords('people');
  const { count } = useFormat();
  const { state } = useRelease();
  const grants = state.is === 'opened' ? state.release.manifest.grants : [];
  return (
    <>
      <AnswerHeading level={1} question={words.question}>
        {count(words.reviewer.answer, grants.length)}
      </AnswerHeading>
      <p>{words.reviewer.lead}</p>
      <Table
        columns={[
          { id: 'fingerprint', header: words.reviewer.fingerprint, cell: ({ reviewer }) => <code>{reviewer}</code> },
          {
            id: 'you',
            header: words.columns.person,
            cell: ({ reviewer }) => (reviewer === own ? words.you : ''),
            isUnseen: true,
          },
        ]}
        rows={grants}
        toKey={({ reviewer }) => reviewer}
        empty={<EmptyState>{words.trail.none}</EmptyState>}
      />
    </>
  );
}
