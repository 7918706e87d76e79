import { z } from 'zod';
import { PARTY_KINDS, PARTY_NEEDS, PARTY_SOURCES, PARTY_STATES } from '../console/index.ts';

const state = z.enum(PARTY_STATES);
const source = z.enum(PARTY_SOURCES);

/** Some of the parties that a person asked for. */
export const partyPageAnswer = z.object({
  version: z.number(),
  /** Parties that match, of which `rows` are some. */
  total: z.number(),
  rows: z
    .array(
      z.object({
        /** In addresses of pages: no name, and the same in every version. */
        key: z.string(),
        party: z.string(),
        name: z.string(),
        kind: z.enum(PARTY_KINDS),
        domains: z.array(z.string()).readonly(),
        accessed: z.number(),
        presumed: z.number(),
        partial: z.number(),
        possible: z.number(),
        undetermined: z.number(),
        messages: z.number(),
        state,
        /** What a person has to do next; null: nothing that is known. */
        need: z.enum(PARTY_NEEDS).nullable(),
        source,
        /** Null: there is none. */
        contact: z.string().nullable(),
        /** That of its last notice, or of its best contact; null: none is known. */
        language: z.string().nullable(),
      }),
    )
    .readonly(),
});

const facet = z.object({
  /** Parties that match every other facet and the words. */
  total: z.number(),
  members: z.record(z.string(), z.number()),
});

/** Parties by what they are filtered by. Each is in one member of a facet, or in none of the needs. */
export const partyFacetsAnswer = z.object({
  version: z.number(),
  parties: z.number(),
  needs: facet,
  states: facet,
  kinds: facet,
  sizes: facet,
  sources: facet,
});

/** One party with all that is known of it. */
export const partyCardAnswer = z.object({
  version: z.number(),
  key: z.string(),
  state,
  party: z.object({
    party: z.string(),
    name: z.string(),
    kind: z.enum(PARTY_KINDS),
    country: z.string().nullable(),
    mergedIds: z.array(z.string()).readonly(),
    domains: z.array(z.string()).readonly(),
    addresses: z.array(z.object({ address: z.string(), messages: z.number() })).readonly(),
    custodians: z.array(z.object({ custodian: z.string(), messages: z.number() })).readonly(),
    accessed: z.number(),
    presumed: z.number(),
    partial: z.number(),
    possible: z.number(),
    undetermined: z.number(),
    messages: z.number(),
    copies: z.number(),
    first: z.number().nullable(),
    last: z.number().nullable(),
    roles: z.object({
      sender: z.number(),
      recipient: z.number(),
      blindRecipient: z.number(),
      attached: z.number(),
    }),
    intruderSent: z.number(),
    bulk: z.number(),
  }),
  /** Best first. */
  contacts: z
    .array(
      z.object({
        address: z.string(),
        role: z.string().nullable(),
        language: z.string().nullable(),
        rung: source,
        /** It may be read by anybody: what goes there gives numbers and names no address. */
        isGuessed: z.boolean(),
        /** What became of messages to it, oldest first. */
        tried: z.array(z.string()).readonly(),
        answered: z.boolean(),
      }),
    )
    .readonly(),
  unusable: z
    .array(
      z.object({
        contact: z.string(),
        why: z.enum(['no-address', 'withdrawn', 'do-not-contact', 'internal', 'nobody-reads-it']),
      }),
    )
    .readonly(),
  /** Oldest first. */
  notices: z
    .array(
      z.object({
        notice: z.number(),
        wave: z.number(),
        kind: z.string(),
        language: z.string(),
        state: z.enum(['composed', 'approved', 'withdrawn', 'discarded']),
        issuedAt: z.number(),
        isPosted: z.boolean(),
        messages: z
          .array(
            z.object({
              contact: z.string(),
              outcome: z.enum(['sent', 'prepared', 'returned', 'uncertain', 'settled', 'carried-over']),
              reason: z.string().nullable(),
              changedAt: z.number(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  disputes: z
    .array(
      z.object({
        id: z.number(),
        claim: z.string(),
        openedBy: z.string(),
        openedAt: z.number(),
        answer: z.string().nullable(),
      }),
    )
    .readonly(),
  holds: z
    .array(
      z.object({
        id: z.number(),
        kind: z.enum(['delay', 'do-not-contact']),
        askedBy: z.string(),
        why: z.string(),
        until: z.number().nullable(),
        endedAt: z.number().nullable(),
        by: z.string(),
        at: z.number(),
      }),
    )
    .readonly(),
  /** Curations by people, oldest first. */
  history: z
    .array(
      z.object({
        sequence: z.number(),
        by: z.string(),
        at: z.number(),
        why: z.string(),
        act: z.enum(['merge', 'split', 'rename', 'kind', 'add-contact', 'withdraw-contact', 'undo']),
        /** What it was done with or to: ids, a name, a kind, an address. */
        what: z.string(),
        isUndone: z.boolean(),
      }),
    )
    .readonly(),
});
