import type { NoticeRecord, RecordedAddresses, RecordedFound } from '@candor/core/notice/wave';
import { z } from 'zod';
import { objectOf } from '../../adapters/store/schema-guard.ts';
import { languageSchema, noticeKindSchema } from './notice-facts-schema.ts';

const text = z.string();
const texts = z.array(text);

const addresses = objectOf<RecordedAddresses>({ listed: z.number(), total: z.number(), digest: text });
const found = objectOf<RecordedFound>({ listed: z.number(), total: z.number(), digest: text });

/** What a wave's leaf commits to, as it is stored: records of every version. */
export const noticeRecordSchema = objectOf<NoticeRecord>({
  v: z.literal([1, 2, 3]),
  notice: z.number(),
  domains: texts,
  kind: noticeKindSchema,
  language: languageSchema,
  subject: text,
  text,
  html: text,
  issued: text,
  exposure: z.number(),
  messages: texts,
  from: z.object({ name: text, address: text }).exactOptional(),
  replyTo: text.nullable().exactOptional(),
  addresses: addresses.nullable().exactOptional(),
  to: texts.exactOptional(),
  found: found.exactOptional(),
});
