import type { Instant } from '@candor/core/base';
import type { ActorKeys, AuditRecord, LearningPass, Need } from '@candor/core/evidence/record';
import { isOnlyIntruders } from './address-facts.ts';
import type { Attribution } from './attribution.ts';
import type { MailboxIndex, RecordMailbox } from './mailbox-index.ts';
import { isApplicationGrant } from './own-applications.ts';

/**
 * The passes that attribution needs over records before it labels any (docs/formats/rules.md, Attribution). The first
 * shows what carries an indicator; the others are skipped where nothing asks for them.
 */
export function* listLearningPasses(attribution: Attribution, mailboxes: MailboxIndex): Generator<LearningPass> {
  yield toIndicatorPass(attribution, mailboxes);
  if (attribution.learned.users.size > 0) yield toOwnClientPass(attribution, mailboxes);
  yield toOutsidePass(attribution, mailboxes);
  if (!attribution.links.isEmpty) yield toInsidePass(attribution, mailboxes);
}

/** Learns for A1 to A6, grants of own applications, and who was recorded in a mailbox before the window. */
function toIndicatorPass(attribution: Attribution, mailboxes: MailboxIndex): LearningPass {
  const { window, indicators, addresses, ownApplications, delegates } = attribution;
  const isAtIntruders = ({ ip, addresses: texts }: Pick<AuditRecord, 'ip' | 'addresses'>) =>
    [ip, ...texts].some((text) => {
      const facts = addresses.look(text);
      return facts !== null && isOnlyIntruders(facts);
    });
  const isIndicated = (keys: ActorKeys) => indicators.hasAny(keys) || isAtIntruders(keys);
  return {
    needs(actor): Need {
      if (isIndicated(actor)) return 'every';
      if (!ownApplications.isEmpty && isApplicationGrant(actor.operation)) return 'every';
      return mayShowDelegate(actor, attribution, mailboxes);
    },
    classOf: (time) => (time < window.start ? 0 : 1),
    see(record) {
      const mailbox = mailboxes.resolve(record);
      ownApplications.see(record, mailbox);
      if (isIndicated(record)) learn(record, mailbox, attribution);
      const { time } = record;
      const user = attribution.toUser(record.userId);
      if (time < window.start && user !== null && mailbox.state === 'supplied') {
        const isOwners = attribution.isOwners(attribution.chooseAddress(record, mailbox), mailbox);
        if (isOwners && !mailboxes.isByOwner(record, mailbox)) delegates.note(mailbox.custodian, user);
      }
      return true;
    },
  };
}

function learn(record: AuditRecord, mailbox: RecordMailbox, attribution: Attribution): void {
  const { indicators, sightings, seenAt, window } = attribution;
  const { time } = record;
  if (indicators.hasApplication(record)) attribution.isApplicationSeen = true;
  const traits = attribution.readTraits(record, mailbox);
  sightings.see(traits, time, attribution.isInside(time), time < window.start);
  seenAt.see(traits.sessions, traits.address);
}

/**
 * One record by somebody else than the owner, from an owner's address and before the window, makes a delegate known
 * (A8).
 */
function mayShowDelegate(actor: ActorKeys, attribution: Attribution, mailboxes: MailboxIndex): Need {
  if (actor.userId === null) return 'none';
  const isAnyOwners = [actor.ip, ...actor.addresses].some(
    (text) => attribution.addresses.look(text)?.isAnyOwners === true,
  );
  if (!isAnyOwners) return 'none';
  const mailbox = mailboxes.ofActor(actor);
  // The parameters name its mailbox.
  if (mailbox === null) return 'every';
  return mailbox.state === 'supplied' && !mailboxes.isByOwner(actor, mailbox) ? 'one' : 'none';
}

/** What users whom the intruder uses have of their own (A8a). */
function toOwnClientPass(attribution: Attribution, mailboxes: MailboxIndex): LearningPass {
  const { addresses, learned, ownClients } = attribution;
  return {
    needs(actor): Need {
      if (!attribution.isUsedByIntruder(actor.userId)) return 'none';
      const isAnyOwners = [actor.ip, ...actor.addresses].some((text) => addresses.look(text)?.isAnyOwners === true);
      return isAnyOwners ? 'one' : 'none';
    },
    classOf: () => 0,
    see(record) {
      const mailbox = mailboxes.resolve(record);
      const user = attribution.toUser(record.userId);
      if (user === null || !attribution.isOwners(attribution.chooseAddress(record, mailbox), mailbox)) return false;
      if (learned.users.get(user)?.isNear(record.time) !== false) return false;
      ownClients.note(user, record);
      return true;
    },
  };
}

/** What records outside the window that nobody made have, and what owners and services use there (A10b). */
function toOutsidePass(attribution: Attribution, mailboxes: MailboxIndex): LearningPass {
  const { links } = attribution;
  return {
    needs: (actor) => needsLink(actor, attribution, mailboxes),
    classOf: (time: Instant) => (attribution.isInside(time) ? null : links.classOf(time)),
    see(record) {
      const mailbox = mailboxes.resolve(record);
      const { label, reason } = attribution.labelUnlinked(record, mailbox);
      if (reason === 'out-of-window') links.expect(record, attribution.chooseAddress(record, mailbox));
      if (label === 'owner' || label === 'service') links.noteOrdinary(record);
      return true;
    },
  };
}

/** What intruder and ambiguous records inside the window share with them (A10b). */
function toInsidePass(attribution: Attribution, mailboxes: MailboxIndex): LearningPass {
  const { links } = attribution;
  return {
    needs: (actor) => needsLink(actor, attribution, mailboxes),
    classOf: (time: Instant) => (attribution.isInside(time) ? 0 : null),
    see(record) {
      const mailbox = mailboxes.resolve(record);
      const { label } = attribution.labelUnlinked(record, mailbox);
      if (label === 'owner' || label === 'service') links.noteOrdinary(record);
      if (label !== 'intruder' && label !== 'ambiguous') return true;
      // What a person read and accepted links nothing.
      if (label === 'ambiguous' && attribution.isAccepted(record.id)) return false;
      links.link(record, attribution.chooseAddress(record, mailbox));
      return true;
    },
  };
}

function needsLink(actor: ActorKeys, attribution: Attribution, mailboxes: MailboxIndex): Need {
  return mailboxes.ofActor(actor) !== null && attribution.isTimeless(actor) ? 'one' : 'every';
}
