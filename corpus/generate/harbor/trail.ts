import { type Actor, OUTLOOK_ON_THE_WEB } from '../audit/actor.ts';
import { type Act, type AuditRecord, affect, bind, cmdlet, search, signIn, single, sync } from '../audit/record.ts';
import { toGuid } from '../identity.ts';
import { custodianOf, folderIdOf, personOf } from './cast.ts';
import type { Delivery } from './delivery.ts';
import {
  BY_APPLICATION,
  BY_COOKIE,
  BY_LEGAL_SESSION,
  BY_TOKEN,
  COOKIE_ADDRESS,
  HOTEL_ADDRESS,
  LISTED_ADDRESS,
  STOLEN_COOKIE_SESSION,
  UNLISTED_SESSION,
} from './intruder.ts';

const HELP_DESK: Actor = { ip: '192.0.2.10' };

/** Every record in which the intruder, or somebody who might be, appears; by custodian or container. */
export class Trail {
  private readonly delivery: Delivery;

  constructor(delivery: Delivery) {
    this.delivery = delivery;
  }

  /** Cookie theft: owner and intruder on one session. */
  okafor(): readonly AuditRecord[] {
    const owner: Actor = { session: STOLEN_COOKIE_SESSION, app: OUTLOOK_ON_THE_WEB, ip: '203.0.113.21' };
    const quay = ['quay-7/0', 'quay-7/3', 'quay-7/5'];
    return [
      this.bound('okafor-a', '2001-09-18T06:55:10Z', owner, 'Board', ['board-september/0', 'board-september/1']),
      this.bound('okafor-a', '2001-09-18T21:14:02Z', BY_COOKIE, 'Projects/Quay 7', quay),
      this.bound('okafor-a', '2001-09-18T21:20:40Z', BY_COOKIE, 'Board', ['board-september/0']),
      this.bound('okafor-a', '2001-09-18T21:26:00Z', { app: OUTLOOK_ON_THE_WEB, ip: COOKIE_ADDRESS }, 'INBOX', [
        'skagen/0',
      ]),
      this.bound('okafor-a', '2001-09-24T20:02:31Z', BY_COOKIE, 'INBOX', ['clean-text/0', 'union/0']),
      this.listed('okafor-a', '2001-09-24T20:05:31Z', BY_COOKIE, 'INBOX', ['<0000.fax@gateway.invalid>']),
      this.bound('okafor-a', '2001-10-05T04:40:12Z', BY_COOKIE, 'INBOX', ['successor/0', 'energy-office/1']),
      this.bound(
        'okafor-a',
        '2001-10-05T05:01:00Z',
        { session: UNLISTED_SESSION, app: OUTLOOK_ON_THE_WEB, ip: LISTED_ADDRESS },
        'INBOX',
        ['neva/0'],
      ),
      this.bound('okafor-a', '2001-10-09T18:30:00Z', { app: OUTLOOK_ON_THE_WEB, ip: '203.0.113.200' }, 'INBOX', [
        'baltyk/0',
      ]),
      this.listed('okafor-a', '2001-10-05T04:52:44Z', BY_COOKIE, 'INBOX', [
        '<warning-0410@harbor.example>',
        this.delivery.idOf('spray/0'),
      ]),
      affect({
        ...this.act('okafor-a', '2001-10-05T04:55:00Z', BY_COOKIE),
        operation: 'HardDelete',
        messageIds: ['<warning-0410@harbor.example>'],
        folder: folderIdOf('okafor-a', 'INBOX'),
      }),
    ];
  }

  /** A stolen token: the intruder looks for what is known about itself, and hides a mail. */
  lindqvist(): readonly AuditRecord[] {
    const hotel: Actor = { app: OUTLOOK_ON_THE_WEB, ip: HOTEL_ADDRESS };
    const at = (time: string): Act => this.act('lindqvist-s', time, BY_TOKEN);
    return [
      search({ ...at('2001-09-25T19:40:00Z'), query: 'tenant OR "web mail gateway"' }),
      this.bound('lindqvist-s', '2001-09-25T19:41:12Z', BY_TOKEN, 'Incidenter', ['spray/0', 'spray/2']),
      this.bound('lindqvist-s', '2001-09-25T19:44:50Z', BY_TOKEN, 'Skickat', ['aster-patch/1']),
      this.bound('lindqvist-s', '2001-09-26T05:10:00Z', hotel, 'Skickat', ['keys/0']),
      search({ ...at('2001-10-12T21:05:00Z'), query: 'subject:mails intrusion' }),
      affect({
        ...at('2001-10-12T21:09:30Z'),
        operation: 'MoveToDeletedItems',
        messageIds: [this.delivery.idOf('odd-rule/0')],
        folder: folderIdOf('lindqvist-s', 'Incidenter'),
      }),
    ];
  }

  /** The owner's counsel mailbox: a session of the intruder's own, and the rule. */
  moreau(): readonly AuditRecord[] {
    return [
      this.bound('moreau-c', '2001-10-03T11:48:00Z', BY_LEGAL_SESSION, 'Boîte de réception', [
        'clean-text/1',
        'aue-contract/1',
      ]),
      single({
        ...this.act('moreau-c', '2001-10-03T11:51:00Z', BY_LEGAL_SESSION),
        operation: 'Update',
        messageId: this.delivery.idOf('aue-contract/1'),
        folder: folderIdOf('moreau-c', 'Boîte de réception'),
      }),
    ];
  }

  /** Cmdlets and sign-ins, which name no mailbox GUID. */
  tenant(): readonly AuditRecord[] {
    const moreau = personOf('moreau').address;
    const rule = {
      Mailbox: moreau,
      Name: '..',
      SubjectOrBodyContainsWords: 'contract;arbitration;password',
      ForwardTo: 'archive@mailbox-sync.invalid',
      StopProcessingRules: 'False',
    };
    const trying: Actor = { deviceSession: BY_LEGAL_SESSION.session ?? '', ip: LISTED_ADDRESS };
    return [
      signIn({
        ...this.act('okafor-a', '2001-09-17T05:58:00Z', { ip: '203.0.113.21', deviceSession: STOLEN_COOKIE_SESSION }),
      }),
      cmdlet({
        ...this.act('moreau-c', '2001-10-03T12:00:00Z', BY_LEGAL_SESSION),
        operation: 'New-InboxRule',
        objectId: `${moreau}\\..`,
        parameters: rule,
      }),
      cmdlet({
        ...this.act('lindqvist-s', '2001-10-12T08:50:00Z', HELP_DESK),
        operation: 'Remove-InboxRule',
        objectId: `${moreau}\\..`,
        parameters: { Identity: `${moreau}\\..` },
      }),
      signIn({ ...this.act('moreau-c', '2001-10-24T03:11:00Z', trying), operation: 'UserLoginFailed' }),
      signIn({ ...this.act('brandt-j', '2001-10-26T03:40:00Z', { ip: LISTED_ADDRESS }), operation: 'UserLoginFailed' }),
    ];
  }

  /** The forgotten application, in every mailbox, also in one that was not supplied. */
  application(): readonly AuditRecord[] {
    const invoice = this.delivery.idOf('invoice/1');
    const duty = { guid: toGuid('mailbox duty-desk'), address: personOf('duty').address };
    const outage = [
      {
        id: folderIdOf('duty-desk', 'Inbox'),
        path: '\\Inbox',
        messageIds: [this.delivery.idOf('keys/0'), '<ticket-88@aster-software.example>'],
      },
    ];
    return [
      this.bound('moreau-c', '2001-09-15T02:10:11Z', BY_APPLICATION, 'Dossiers/Arbitrage Pelican', [
        'pelican/0',
        'pelican/2',
      ]),
      this.bound('moreau-c', '2001-09-15T02:10:40Z', BY_APPLICATION, 'Éléments envoyés', ['pelican/1']),
      this.synced('tanaka-y', '2001-10-02T01:40:00Z', BY_APPLICATION, '受信トレイ'),
      this.synced('tanaka-y', '2001-10-02T01:42:00Z', BY_APPLICATION, 'LNG契約'),
      this.bound('brandt-j', '2001-10-08T21:00:00Z', BY_APPLICATION, 'Posteingang', ['northwind-swap/3', 'invoice/0']),
      this.bound('brandt-j', '2001-10-08T21:02:00Z', BY_APPLICATION, 'Posteingang', ['limits/1', 'aue-band/2'], true),
      single({
        ...this.act('brandt-j', this.delivery.sentAt('invoice/1'), BY_APPLICATION),
        operation: 'SendAs',
        messageId: invoice,
        folder: folderIdOf('brandt-j', 'Gesendete Elemente'),
      }),
      bind({ name: 'duty', at: '2001-10-10T03:00:00Z', mailbox: duty, actor: BY_APPLICATION, folders: outage }),
    ];
  }

  /** Somebody synchronized the inbox from an address that is unknown. */
  tanaka(): readonly AuditRecord[] {
    return [
      this.synced('tanaka-y', '2001-10-16T04:00:00Z', { app: OUTLOOK_ON_THE_WEB, ip: '203.0.113.201' }, '受信トレイ'),
    ];
  }

  private act(custodian: string, at: string, actor: Actor): Act {
    const { guid, person } = custodianOf(custodian);
    return { name: `trail ${custodian}`, at, mailbox: { guid, address: personOf(person).address }, actor };
  }

  private bound(
    custodian: string,
    at: string,
    actor: Actor,
    folder: string,
    names: readonly string[],
    throttled = false,
  ): AuditRecord {
    return this.listed(
      custodian,
      at,
      actor,
      folder,
      names.map((name) => this.delivery.idOf(name)),
      throttled,
    );
  }

  private listed(
    custodian: string,
    at: string,
    actor: Actor,
    folder: string,
    messageIds: readonly string[],
    throttled = false,
  ): AuditRecord {
    const folders = [{ id: folderIdOf(custodian, folder), path: `\\${folder.replaceAll('/', '\\')}`, messageIds }];
    return bind({ ...this.act(custodian, at, actor), folders, throttled });
  }

  private synced(custodian: string, at: string, actor: Actor, folder: string): AuditRecord {
    return sync({ ...this.act(custodian, at, actor), folder: folderIdOf(custodian, folder) });
  }
}
