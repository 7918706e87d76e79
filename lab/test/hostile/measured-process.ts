import { Refusal } from '@candor/core/base';
import { IncomingJudge } from '../../src/adapters/mail/incoming-judge.ts';
import { readNewMail } from '../../src/adapters/mail/mailbox.ts';
import { verifyNotice } from '../../src/commands/notice/verify-notice.ts';
import type { MeasuredMail, MeasuredWay } from './measure-mails.ts';

// Started by measure-mails.ts: reads the mail at each path that it is sent, and says what that cost.

const [way, site = '', code = '', key = ''] = process.argv.slice(2);
const judge = new IncomingJudge();
const nothing = { has: () => false, highest: () => 0 };

const READ: Readonly<Record<MeasuredWay, (path: string) => Promise<string>>> = {
  verify: async (file) => {
    const order = { file, site, code, key, domain: 'northwind.example', resolvers: [] };
    const { answer } = await verifyNotice(order).catch((error: unknown) => {
      if (error instanceof Refusal) return { answer: { kind: `refused: ${error.code}` } };
      throw error;
    });
    return answer.kind;
  },
  inbox: async (path) => {
    const kinds: string[] = [];
    for await (const { bytes } of readNewMail({ is: 'maildir', path }, nothing)) {
      const { mail, setAside } = await judge.judge(bytes);
      kinds.push(setAside ?? mail.kind);
    }
    return kinds.join(', ');
  },
};

process.on('message', (path: string) => {
  globalThis.gc?.();
  const begun = process.cpuUsage();
  void READ[way === 'inbox' ? 'inbox' : 'verify'](path).then((outcome) => {
    const { user, system } = process.cpuUsage(begun);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    process.send?.({ outcome, cpuMs: (user + system) / 1000, peakBytes } satisfies MeasuredMail);
  });
});
