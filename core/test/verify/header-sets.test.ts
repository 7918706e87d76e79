import { expect, test } from 'vitest';
import { type Mail, writeMail } from '../../../corpus/generate/verification/mail.ts';
import { ALARMING, tryLetter } from './differential/try-letter.ts';

// What mailbox hosts and gateways write above a message, in their form, with reserved names and invented values.
const RECEIVED =
  'Received: from mx.harbor.example (192.0.2.1) by mx.northwind.example; Sun, 21 Oct 2001 09:12:05 +0000';
const SETS: Readonly<Record<string, readonly string[]>> = {
  iCloud: [
    'Original-recipient: rfc822;security@northwind.example',
    'X-ICL-Score: 3.102',
    'X-ICL-Info: GAtbVUseBVFGSVVESgMGUkFUU1lGWlVbQFNe',
    'X-Proofpoint-Virus-Version: vendor=baseguard engine=ICAP:2.0.205',
    'X-CLX-Shades: None',
    'X-Suspected-Spam: false',
    'X-DMARC-Policy: v=DMARC1; p=reject',
  ],
  Proton: [
    'X-Pm-Date: Sun, 21 Oct 2001 11:12:05 +0200',
    'X-Pm-External-Id: <0123456789abcdefghjkmnpqrs@harbor.example>',
    'X-Pm-Internal-Id: abc==',
    'X-Pm-Origin: external',
    'X-Pm-Transfer-Encryption: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
    'X-Pm-Content-Encryption: on-delivery',
    'X-Pm-Spamscore: 0',
    'X-Pm-Spam-Action: dunno',
  ],
  'GMX and web.de': [
    'Envelope-To: <security@northwind.example>',
    'X-GMX-Antispam: 0 (Mail was not recognized as spam); Detail=V3;',
    'X-GMX-Antivirus: 0 (no virus found)',
    'X-UI-Filterresults: notjunk:1;V03:K0:abc=;',
    'X-Spam-Flag: NO',
    'UI-OutboundReport: notjunk:1;M01:P0:abc=;def',
  ],
  Fastmail: [
    'X-Cyrus-Session-Id: cyrus-1-2-3',
    'X-Sieve: CMU Sieve 3.0',
    'X-Spam-known-sender: no',
    'X-Spam-sender-reputation: 500 (none)',
    'X-Spam-hits: DMARC_PASS -0.001, LANGUAGES en',
    'X-Backscatter: NotFound1',
    'X-ME-VSCategory: clean',
    'X-ME-CSA: none',
    'X-Resolved-to: security@northwind.example',
  ],
  Proofpoint: [
    'X-Proofpoint-GUID: abc',
    'X-Proofpoint-ORIG-GUID: def',
    'X-CLX-Response: 1TFkXEhoRCkx6FxoRCllNF2dmclBbTUt+Z2BeEQpZSRcHG3EbBh8',
    'X-Proofpoint-Spam-Details: rule=inbound_notspam policy=inbound score=0',
    'X-PPE-TRUSTED: V=1;DIR=IN;',
  ],
  Mimecast: [
    'X-MC-Unique: abc-1',
    'X-Mimecast-Spam-Score: 0',
    'X-Mimecast-MFC-PROC-ID: abc_1',
    'X-Mimecast-Impersonation-Protect: Policy=Default;Similar Internal Domain=false',
    'X-MC-System: 1',
  ],
  Cisco: [
    'IronPort-SDR: abc_def',
    'IronPort-PHdr: A9a23:abc',
    'IronPort-Data: A9a23:def',
    'IronPort-HdrOrdr: A9a23:ghi',
    'X-IronPort-AV: E=Sophos;i="6.03,221,1694728800"; d="scan\'208";a="1"',
    'X-IPAS-Result: abc',
    'X-CSE-ConnectionGUID: abc==',
    'X-Amp-Result: SKIPPED(no attachment in message)',
    'X-Talos-CUID: 9a23:abc',
  ],
  Barracuda: [
    'X-ASG-Debug-ID: 1-abc-1',
    'X-Barracuda-Envelope-From: bounce@harbor.example',
    'X-Barracuda-Effective-Source-IP: mx.harbor.example[192.0.2.1]',
    'X-Barracuda-Apparent-Source-IP: 192.0.2.1',
    'X-Virus-Scanned: by bsmtpd at northwind.example',
    'X-ASG-Orig-Subj: =?utf-8?B?U3VwcGxlbWVudA==?=',
  ],
  Sophos: [
    'X-Sophos-Email: [eu-west-1] Antispam-Engine: 5.1.4, AntispamData: 2001.10.21',
    'X-LASED-SpamProbability: 0.080000',
    'X-LASED-Hits: BODY_SIZE_10000_PLUS 0.000000',
    'X-Sophos-SenderHistory: ip=192.0.2.1,fs=1,da=1,mc=1,sc=0,hc=1,sp=0,fso=1,re=1,sd=0,hd=30',
    'X-Sophos-MH-Mail-Info-Key: abc',
  ],
  Forcepoint: [
    'X-MailControlInbound: abc=',
    'X-MailControlDKIM: pass',
    'X-Scanned-By: MailControl 44278.2145 (www.mailcontrol.example) on 192.0.2.7',
    'X-WBSN-Scan: clean',
  ],
  Hornetsecurity: [
    'X-cloud-security-sender: bounce@harbor.example',
    'X-cloud-security-recipient: security@northwind.example',
    'X-cloud-security-crypt: load encryption module',
    'X-cloud-security-Virusscan: CLEAN',
    'X-cloud-security: scantime:.9',
    'X-antispameurope-INFO: ok',
  ],
  NoSpamProxy: [
    'X-NoSpamProxy-Rating: 0',
    'X-NoSpamProxy-TrustLevel: 10',
    'X-NoSpamProxy-Tests: Spf: 0, RealtimeBlocklist: 0',
    'X-NoSpamProxy-GatewayRole: gw',
  ],
  'Exchange Online': [
    'X-MS-Exchange-Organization-SCL: 1',
    'X-MS-Exchange-CrossTenant-OriginalArrivalTime: 21 Oct 2001 09:12:05.1 (UTC)',
    'X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:US;LANG:en;SCL:1;SRV:;',
    'X-Microsoft-Antispam-Message-Info: =?us-ascii?Q?abc?=',
    'X-EOPAttributedMessage: 0',
    'Content-Language: en-US',
    'X-MS-Has-Attach:',
    'X-MS-TNEF-Correlator:',
    'msip_labels:',
    'Importance: normal',
    'X-Priority: 3',
    'Content-Class: urn:content-classes:message',
    'Authentication-Results-Original: mx; dkim=none',
  ],
  Gmail: [
    'Delivered-To: security@northwind.example',
    'X-Google-Smtp-Source: AGHT+IFabc',
    'X-Received: by 2001:db8:: with SMTP id a; Sun, 21 Oct 2001 02:12:05 -0700 (PDT)',
    'X-Gm-Message-State: abc',
    'X-Forwarded-To: soc@northwind.example',
    'X-Forwarded-For: security@northwind.example soc@northwind.example',
    'Received-SPF: pass (google.example: domain designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1;',
  ],
  rspamd: [
    'X-Rspamd-Queue-Id: 4ABC',
    'X-Rspamd-Server: mx',
    'X-Spamd-Result: default: False [-1.50 / 15.00]; DMARC_POLICY_ALLOW(-0.50)[harbor.example,reject]',
    'X-Rspamd-Action: no action',
    'X-Spamd-Bar: -',
  ],
  Trend: [
    'X-TM-AS-GCONF: 00',
    'X-TMASE-Version: StarCloud-1.3-9.1.1011-27900.000',
    'X-TMASE-Result: 10--1.500000-10.000000',
    'X-TM-Deliver-Signature: ABC',
    'X-TM-SNTS-SMTP: ABC',
    'X-TM-Received-SPF: Pass',
  ],
  'fields of senders': [
    'User-Agent: Mail/1.0',
    'X-Mailer: Mail 1.0',
    'Accept-Language: en-US',
    'TLS-Required: No',
    'Feedback-ID: 1:notice:harbor',
    'X-Never-Heard-Of: a gateway in a far country',
  ],
};

test.each(Object.entries(SETS))('the header of %s leaves a notice genuine', async (_, fields) => {
  const found = await tryLetter(writeMail({ before: [...fields, RECEIVED] }));
  expect('compared' in found ? [found.kind, ...found.compared.notes] : found).toEqual(
    expect.arrayContaining(['genuine']),
  );
});

test.each([
  'X-Message-Flag: Call +1 555 0142',
  'X-Priority: 1 (Highest)',
  'Importance: high',
  'Cc: help@elsewhere.example',
  'X-Mozilla-Keys: $label1',
  'User-Agent: write to help@elsewhere.example',
])('a field that programs show or act on is not passed: %s', async (field) => {
  expect((await tryLetter(writeMail({ before: [field, RECEIVED] }))).kind).not.toBe('genuine');
});

test.each([
  '***SPAM***',
  '*EXTERNAL*',
  '[CAUTION: EXTERNAL]',
  '[SPAM?]',
  '[sec-2026]',
  '[EXT]',
  'EXTERN:',
  '{Spam?}',
  '[External] Re:',
])('%s before the subject is shown as added', async (tag) => {
  const { subject } = (await import('../../../corpus/generate/verification/notice.ts')).caseNotice;
  const found = await tryLetter(writeMail({ subject: `${tag} ${subject}` } satisfies Mail));
  expect(found).toMatchObject({ kind: 'added', compared: { notes: [{ kind: 'subject-tag', tag }] } });
  expect(ALARMING.has(found.kind)).toBe(false);
});
