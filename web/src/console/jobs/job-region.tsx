import type { JobName } from '@candor/core/contract/operations';
import type { ReactElement } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { PartialState } from '../../ui/react/page-states.tsx';
import { useWords } from '../base/words.ts';
import { useAnswer } from '../desk/use-answer.ts';
import { JobList } from './job-list.tsx';
import styles from './job-region.module.css';
import { isLive, type Job, useJobWords } from './job-words.ts';
import { RunPreview } from './run-preview.tsx';
import { useJobs } from './use-jobs.ts';

/** Those that need nothing but a press; a draft and sending have their pages. */
const BESIDE = ['evidence.verify', 'notice.inbox', 'release.prepare', 'portal.sync'] as const;

/** Starts what takes long, shows how far it is, and what became of it. @param onEnded what was read is old then */
export function JobRegion(props: { readonly incident: string; readonly onEnded: () => void }): ReactElement {
  const { incident } = props;
  const words = useWords().jobs;
  const { desk } = useWords();
  const arrivals = useAnswer(incident, 'status.arrivals', {});
  const jobs = useJobs(incident, () => {
    arrivals.askAgain();
    props.onEnded();
  });
  const { answer, error } = jobs.asked;
  const live = answer?.jobs.filter(isLive) ?? [];
  const isOn = (operation: JobName): boolean => live.some((job) => job.operation === operation);
  const failed = jobs.error ?? error ?? arrivals.error;
  return (
    <section className={styles['region']} aria-labelledby="jobs-title">
      <h2 id="jobs-title">{words.title}</h2>
      {failed !== null && <PartialState>{failed.reasons.join(' ') || desk.failed}</PartialState>}
      {arrivals.answer !== null && <RunPreview arrivals={arrivals.answer} />}
      <div className={styles['starts']}>
        <Button
          kind="primary"
          whyNot={answer === null ? '' : isOn('run') ? words.isOn : null}
          onPress={() => jobs.start('run')}
        >
          {words.startRun}
        </Button>
        {BESIDE.map((operation) => (
          <Button
            key={operation}
            size="small"
            whyNot={answer === null || isOn(operation) ? '' : null}
            onPress={() => jobs.start(operation)}
          >
            {words.starts[operation]}
          </Button>
        ))}
      </div>
      {live.map((job) => (
        <LiveJob key={job.id} job={job} onStop={() => jobs.stop(job.id)} />
      ))}
      {answer !== null && <JobList jobs={answer.jobs} terminal={answer.terminal} />}
    </section>
  );
}

function LiveJob({ job, onStop }: { readonly job: Job; readonly onStop: () => void }): ReactElement {
  const words = useWords().jobs;
  const { toProgress } = useJobWords();
  const { progress, stoppedBy } = job;
  return (
    <div className={styles['live']}>
      <div className={styles['line']}>
        <b>{words.operations[job.operation]}</b>
        <span role="status">{progress === null ? words.begins : toProgress(progress)}</span>
        <Button size="small" kind="stop" onPress={onStop}>
          {stoppedBy === null ? words.stop : words.stopNow}
        </Button>
      </div>
      <progress
        aria-label={words.operations[job.operation]}
        {...(progress?.total == null ? {} : { value: progress.done, max: Math.max(progress.total, 1) })}
      />
      {stoppedBy !== null && <p className={styles['note']}>{words.stopping}</p>}
    </div>
  );
}
