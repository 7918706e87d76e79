import type { FoundArrival, UnnamedFile } from '../../evidence/survey/index.ts';
import type { AlertCount } from '../../notice/alert/index.ts';
import type { AlertChannel, AlertState } from '../../notice/store/alert-store.ts';
import type { PreparedWave } from '../notice/prepare-wave.ts';
import type { VersionChange } from './describe-change.ts';

/**
 * What a watch says while it works, one a line in `--json` (docs/formats/alert.md). Paths are those of the incident
 * file.
 */
export type WatchEvent =
  | {
      readonly event: 'watching';
      readonly incident: string;
      /** Null before the first exposure. */
      readonly version: number | null;
      readonly everySeconds: number;
      readonly alerts: readonly { readonly channel: AlertChannel; readonly target: string }[];
    }
  | { readonly event: 'arrived'; readonly arrivals: readonly Omit<FoundArrival, 'stamp' | 'changedMs'>[] }
  | { readonly event: 'still-written'; readonly places: readonly string[] }
  | ({ readonly event: 'unnamed' } & UnnamedFile)
  | { readonly event: 'gone'; readonly places: readonly string[] }
  /** `change` is null for the first exposure; `isSame`: nothing follows from what arrived. */
  | {
      readonly event: 'judged';
      readonly version: number;
      readonly isSame: boolean;
      readonly change: VersionChange | null;
    }
  | {
      readonly event: 'alert';
      readonly id: string;
      readonly version: number;
      readonly counts: readonly AlertCount[];
    }
  | {
      readonly event: 'delivery';
      readonly id: string;
      readonly channel: AlertChannel;
      readonly target: string;
      readonly state: AlertState;
      readonly reply: string | null;
    }
  | ({ readonly event: 'drafted' } & Pick<
      PreparedWave,
      'wave' | 'version' | 'kinds' | 'notices' | 'deliveries' | 'refreshed' | 'unchanged'
    >)
  | { readonly event: 'not-drafted'; readonly code: string; readonly reasons: readonly string[] }
  | { readonly event: 'refused'; readonly code: string; readonly reasons: readonly string[] }
  | { readonly event: 'busy' }
  | { readonly event: 'stopped' };
