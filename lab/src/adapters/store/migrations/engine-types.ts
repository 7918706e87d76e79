import type { RawBuilder } from 'kysely';

/** Column types that engines call by different names. A migration is written once and asks its engine for them. */
export interface EngineTypes {
  /** Texts that compare by their UTF-8 bytes, which is the order of every export. */
  readonly text: RawBuilder<unknown>;
  /** Raw bytes. */
  readonly bytes: RawBuilder<unknown>;
  /** A whole number that the engine gives to a row without one. */
  readonly generatedId: RawBuilder<unknown>;
}
