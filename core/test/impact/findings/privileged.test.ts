import { selectMarked } from '@candor/core/impact/findings';
import { describe, expect, test } from 'vitest';

describe('privilege marks', () => {
  const mail = (message: string, sender: string, ...passages: readonly string[]) => ({ message, sender, passages });
  const select = (messages: Parameters<typeof selectMarked>[0], sent: number) => {
    const { marked, footers } = selectMarked(messages, () => sent);
    return { marked: [...marked], footers: [...footers] };
  };

  test("hold a message; a passage in more than half of a sender's mail is a footer and holds nothing", () => {
    const footers = ['1', '2', '3'].map((message) => mail(message, 'ada@a.example', 'footer'));
    expect(select(footers, 6)).toEqual({ marked: ['1', '2', '3'], footers: [] });
    expect(select(footers, 5)).toEqual({ marked: [], footers: ['1', '2', '3'] });
    expect(select(footers, 4)).toEqual({ marked: ['1', '2', '3'], footers: [] });
    expect(select([...footers, mail('4', 'ada@a.example', 'footer', 'advice')], 6).marked).toEqual(['4']);
  });

  test('judge a passage used by several senders per sender', () => {
    const mails = ['1', '2', '3'].map((message) => mail(message, `${message}@a.example`, 'footer'));
    expect(select(mails, 5).marked).toEqual(['1', '2', '3']);
  });
});
