import { joinBytes } from '@candor/core/base';
import type { PartHead } from '../field/content-type.ts';
import { CALENDAR_BYTES, type MessageLimit } from '../limits.ts';
import { type CalendarAddress, readCalendar } from '../text/calendar.ts';
import type { ByteSink } from '../transfer/byte-sink.ts';

export function isCalendar(head: PartHead): boolean {
  return head.type === 'text/calendar' || head.type === 'application/ics';
}

export class CalendarSink implements ByteSink {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #add: (address: CalendarAddress) => void;
  readonly #limit: (limit: MessageLimit) => void;
  readonly #pieces: Uint8Array[] = [];
  #room = CALENDAR_BYTES;

  constructor(
    decode: (bytes: Uint8Array) => string,
    add: (address: CalendarAddress) => void,
    limit: (limit: MessageLimit) => void,
  ) {
    this.#decode = decode;
    this.#add = add;
    this.#limit = limit;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > this.#room) this.#limit('calendar-too-long');
    if (this.#room > 0) this.#pieces.push(new Uint8Array(bytes.subarray(0, this.#room)));
    this.#room = Math.max(0, this.#room - bytes.length);
  }

  end(bytes: Uint8Array): void {
    this.write(bytes);
    for (const address of readCalendar(this.#decode(joinBytes(this.#pieces)))) this.#add(address);
  }
}
