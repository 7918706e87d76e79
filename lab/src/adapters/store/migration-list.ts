import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import * as firstThreeStages from './migrations/0001-first-three-stages.ts';
import * as noticeAndTransparency from './migrations/0002-notice-and-transparency.ts';
import * as review from './migrations/0003-review.ts';
import * as portal from './migrations/0004-portal.ts';
import * as enrollment from './migrations/0005-enrollment.ts';
import * as enquiry from './migrations/0006-enquiry.ts';
import * as judgedEvidence from './migrations/0007-judged-evidence.ts';
import * as heldAddresses from './migrations/0008-held-addresses.ts';
import * as postedLetters from './migrations/0009-posted-letters.ts';
import * as formerParties from './migrations/0010-former-parties.ts';
import * as mailboxOwnerSid from './migrations/0011-mailbox-owner-sid.ts';
import * as rowUnit from './migrations/0012-row-unit.ts';
import * as firstScreens from './migrations/0013-first-screens.ts';
import * as noRecordIndex from './migrations/0014-no-record-index.ts';
import * as guessedNotices from './migrations/0015-guessed-notices.ts';
import * as watch from './migrations/0016-watch.ts';
import * as findings from './migrations/0017-findings.ts';
import * as attachedFindings from './migrations/0018-attached-findings.ts';
import * as copyFacts from './migrations/0019-copy-facts.ts';
import * as misreadMessages from './migrations/0020-misread-messages.ts';
import * as contradictions from './migrations/0021-contradictions.ts';
import * as undecidedVerdicts from './migrations/0022-undecided-verdicts.ts';
import * as deliveryLogs from './migrations/0023-delivery-logs.ts';
import * as logHoles from './migrations/0024-log-holes.ts';
import * as deliveryChain from './migrations/0025-delivery-chain.ts';
import * as decisions from './migrations/0026-decisions.ts';
import * as caseFacts from './migrations/0027-case-facts.ts';
import * as waveSelections from './migrations/0028-wave-selections.ts';
import * as countedParties from './migrations/0029-counted-parties.ts';
import * as keptInputs from './migrations/0032-kept-inputs.ts';
import * as partyFigures from './migrations/0033-party-figures.ts';
import * as personsInTexts from './migrations/0034-persons-in-texts.ts';
import * as jobs from './migrations/0036-jobs.ts';
import type { EngineTypes } from './migrations/engine-types.ts';

/** The numbered migrations, in order, for an engine. */
export function listMigrations(types: EngineTypes): Readonly<Record<string, Migration>> {
  return {
    '0001-first-three-stages': { up: (db: Kysely<unknown>) => firstThreeStages.up(db, types) },
    '0002-notice-and-transparency': { up: (db: Kysely<unknown>) => noticeAndTransparency.up(db, types) },
    '0003-review': { up: (db: Kysely<unknown>) => review.up(db, types) },
    '0004-portal': { up: (db: Kysely<unknown>) => portal.up(db, types) },
    '0005-enrollment': { up: (db: Kysely<unknown>) => enrollment.up(db, types) },
    '0006-enquiry': { up: (db: Kysely<unknown>) => enquiry.up(db, types) },
    '0007-judged-evidence': { up: (db: Kysely<unknown>) => judgedEvidence.up(db, types) },
    '0008-held-addresses': { up: (db: Kysely<unknown>) => heldAddresses.up(db, types) },
    '0009-posted-letters': { up: (db: Kysely<unknown>) => postedLetters.up(db, types) },
    '0010-former-parties': { up: (db: Kysely<unknown>) => formerParties.up(db, types) },
    '0011-mailbox-owner-sid': { up: (db: Kysely<unknown>) => mailboxOwnerSid.up(db, types) },
    '0012-row-unit': { up: (db: Kysely<unknown>) => rowUnit.up(db, types) },
    '0013-first-screens': { up: (db: Kysely<unknown>) => firstScreens.up(db, types) },
    '0014-no-record-index': { up: (db: Kysely<unknown>) => noRecordIndex.up(db) },
    '0015-guessed-notices': { up: (db: Kysely<unknown>) => guessedNotices.up(db) },
    '0016-watch': { up: (db: Kysely<unknown>) => watch.up(db, types) },
    '0017-findings': { up: (db: Kysely<unknown>) => findings.up(db, types) },
    '0018-attached-findings': { up: (db: Kysely<unknown>) => attachedFindings.up(db, types) },
    '0019-copy-facts': { up: (db: Kysely<unknown>) => copyFacts.up(db, types) },
    '0020-misread-messages': { up: (db: Kysely<unknown>) => misreadMessages.up(db, types) },
    '0021-contradictions': { up: (db: Kysely<unknown>) => contradictions.up(db, types) },
    '0022-undecided-verdicts': { up: (db: Kysely<unknown>) => undecidedVerdicts.up(db) },
    '0023-delivery-logs': { up: (db: Kysely<unknown>) => deliveryLogs.up(db, types) },
    '0024-log-holes': { up: (db: Kysely<unknown>) => logHoles.up(db, types) },
    '0025-delivery-chain': { up: (db: Kysely<unknown>) => deliveryChain.up(db, types) },
    '0026-decisions': { up: (db: Kysely<unknown>) => decisions.up(db, types) },
    '0027-case-facts': { up: (db: Kysely<unknown>) => caseFacts.up(db, types) },
    '0028-wave-selections': { up: (db: Kysely<unknown>) => waveSelections.up(db, types) },
    '0029-counted-parties': { up: (db: Kysely<unknown>) => countedParties.up(db, types) },
    '0032-kept-inputs': { up: (db: Kysely<unknown>) => keptInputs.up(db, types) },
    '0033-party-figures': { up: (db: Kysely<unknown>) => partyFigures.up(db, types) },
    '0034-persons-in-texts': { up: (db: Kysely<unknown>) => personsInTexts.up(db, types) },
    '0036-jobs': { up: (db: Kysely<unknown>) => jobs.up(db, types) },
  };
}
