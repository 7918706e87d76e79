import type { Instant } from '@candor/core/base';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ObjectFolder } from '../adapters/objects.ts';
import type { Primitives } from '../adapters/primitives.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ReceiptWriter } from './access-book.ts';
import type { Challenges } from './challenges.ts';
import type { Sessions } from './sessions.ts';
import type { PortalSettings } from './settings.ts';
import type { StatementExpiry } from './statement-expiry.ts';
import type { Strangers } from './strangers.ts';

export interface Portal {
  readonly settings: PortalSettings;
  readonly store: PortalStore;
  readonly objects: ObjectFolder;
  readonly primitives: Primitives;
  readonly clock: () => Instant;
  readonly makeToken: (lengthBytes: number) => string;
  /** Random per start: signed calls to an earlier process are invalid. */
  readonly boot: string;
  readonly sessions: Sessions;
  readonly challenges: Challenges;
  readonly accessBook: ReceiptWriter;
  readonly labWord: StatementExpiry;
  readonly strangers: Strangers;
}

export type PortalApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
