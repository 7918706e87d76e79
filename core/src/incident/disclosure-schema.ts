import { LANGUAGES, type Language } from '@candor/core/base';
import { z } from 'zod';

const text = z.string().min(1);
const texts = z.array(text);

/** The parts of incident.yaml about approvers and notification; every scalar is a text, checked later. */
export const operatorSchema = z.strictObject({ name: text, key: text, mailbox: text.optional() });

export const logSchema = z.strictObject({
  origin: text,
  every: text.optional(),
  entries: text.optional(),
  home: text.optional(),
});

const language = z.enum(LANGUAGES);
const byLanguage = z.strictObject(
  Object.fromEntries(LANGUAGES.map((tag) => [tag, text.optional()])) as Record<Language, z.ZodOptional<typeof text>>,
);

const imap = z.strictObject({
  host: text,
  port: text.optional(),
  user: text,
  passwordFile: text,
  tls: z.enum(['required', 'implicit', 'none']).optional(),
  ca: text.optional(),
  folder: text.optional(),
});

const inbox = z.strictObject({ maildir: text.optional(), imap: imap.optional() });

export const noticeSchema = z.strictObject({
  page: text,
  from: z.strictObject({ name: text, address: text }),
  reply: text,
  bounce: text,
  telephone: text,
  sender: z
    .strictObject({
      name: text.optional(),
      postal: text.optional(),
      signatory: text.optional(),
      title: text.optional(),
    })
    .optional(),
  contact: z.strictObject({ mail: text.optional(), telephone: text.optional(), dpo: text.optional() }).optional(),
  discovered: text.optional(),
  quietMailboxes: texts.optional(),
  listDays: text.optional(),
  languages: z.array(language).min(1).optional(),
  language: language.optional(),
  nextUpdate: text.optional(),
  happened: byLanguage.optional(),
  measures: byLanguage.optional(),
  unknown: byLanguage.optional(),
  relay: z
    .strictObject({
      host: text,
      port: text.optional(),
      tls: z.enum(['required', 'implicit', 'offered', 'none']).optional(),
      user: text.optional(),
      passwordFile: text.optional(),
      ca: text.optional(),
      connections: text.optional(),
      perDestination: text.optional(),
    })
    .optional(),
  dkim: z.strictObject({ domain: text, selector: text, key: text }).optional(),
  inbox: inbox.optional(),
  check: z.strictObject({ address: text, inbox }).optional(),
  resolvers: texts.optional(),
  spam: z.strictObject({ command: texts.min(1) }).optional(),
});

export type WrittenNotice = z.infer<typeof noticeSchema>;
export type WrittenInbox = z.infer<typeof inbox>;
export type WrittenLog = z.infer<typeof logSchema>;
export type WrittenOperator = z.infer<typeof operatorSchema>;
