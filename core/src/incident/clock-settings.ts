import { z } from 'zod';
import { type Finding, refuse } from './finding.ts';

/** `clock` of the incident file: the time source that each run compares its clock with. It changes no verdict. */
export interface ClockSettings {
  readonly source: string;
  readonly host: string;
  readonly port: number;
}

export const clockSchema = z.strictObject({ source: z.string().min(1) });

/** RFC 5905, section 7.2. */
const NTP_PORT = 123;
const HOST = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?))(?::([1-9][0-9]{0,4}))?$/;

export function toClockSettings({ source }: z.infer<typeof clockSchema>): ClockSettings {
  const found = HOST.exec(source);
  return {
    source,
    host: found?.[1] ?? found?.[2] ?? '',
    port: found?.[3] === undefined ? NTP_PORT : Number(found[3]),
  };
}

export function checkClock(clock: ClockSettings | null): Finding[] {
  if (clock === null || (clock.host !== '' && clock.port <= 65_535)) return [];
  return [
    refuse(
      ['clock', 'source'],
      'clock.source must be a time server: ntp.example, 192.0.2.1:123 or [2001:db8::1]:123, without a scheme',
    ),
  ];
}
