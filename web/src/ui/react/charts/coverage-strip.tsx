import type { ReactElement } from 'react';
import { clipText } from '../../clip-text.ts';
import styles from './charts.module.css';
import { Lane, type LaneGround } from './lane.tsx';

/** What the log of a mailbox could see. Recorded: rows show it; claimed: only somebody's word. */
export interface CoverageBand {
  readonly from: number;
  readonly to: number;
  readonly kind: 'recorded' | 'claimed' | 'gap';
  /** The kind of a gap, in a word. */
  readonly text?: string;
}

/** An act of the intruder, or a record that nobody decided. */
export interface CoverageTick {
  readonly at: number;
  readonly isUndecided: boolean;
}

const HEIGHT_PX = 22;
const BAND_PX = 14;
const TOP_PX = (HEIGHT_PX - BAND_PX) / 2;
/** A word with less room would cover the band that it is about. */
const CHARACTER_PX = 7;

/** Where the log of one mailbox could see: solid, dotted, hatched. */
export function CoverageStrip(props: {
  readonly ground: LaneGround;
  readonly bands: readonly CoverageBand[];
  readonly ticks: readonly CoverageTick[];
  readonly label: string | null;
}): ReactElement {
  const { ground, bands, ticks, label } = props;
  const { x } = ground.scale;
  return (
    <Lane ground={ground} height={HEIGHT_PX} label={label}>
      {bands.map((band) => {
        const [start, width] = [x(band.from), Math.max(1, x(band.to) - x(band.from))];
        const text = clipText(band.text ?? '', 40);
        const room = text.length * CHARACTER_PX + 8;
        return (
          <g key={`${band.kind} ${band.from}`}>
            <rect className={styles[band.kind]} x={start} y={TOP_PX} width={width} height={BAND_PX} />
            {text !== '' && room + 16 < width && (
              <>
                <rect className={styles['ground']} x={start + 8} y={TOP_PX + 1} width={room} height={BAND_PX - 2} />
                <text className={styles['word']} x={start + 12} y={TOP_PX + 11}>
                  {text}
                </text>
              </>
            )}
          </g>
        );
      })}
      {ticks.map(({ at, isUndecided }, place) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: two acts may share a second
          key={place}
          className={isUndecided ? styles['undecided'] : styles['unit']}
          x={x(at) - 1}
          y="1"
          width={isUndecided ? 3 : 2}
          height={HEIGHT_PX - 2}
        />
      ))}
    </Lane>
  );
}
