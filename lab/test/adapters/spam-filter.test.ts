import { describe, expect, it } from 'vitest';
import { scoreSpam } from '../../src/adapters/mail/spam-filter.ts';

const says = (words: string) =>
  scoreSpam(
    [process.execPath, '-e', `process.stdin.resume().on('end', () => console.log(${JSON.stringify(words)}))`],
    Buffer.from('x'),
  );

describe('a spam filter', () => {
  it.each([
    ['-1.0/5.0', { score: -1, threshold: 5 }],
    ['12.4/5.0\nSpam detection software', { score: 12.4, threshold: 5 }],
    [' 3 / 15 ', { score: 3, threshold: 15 }],
  ])('gives score and threshold: %j', async (words, expected) => expect(await says(words)).toEqual(expected));

  it.each(['', '0/0', 'no score'])('that answers %j gives no result', async (words) => {
    expect(await says(words)).toMatch(/no score/);
  });

  it('that cannot start or does not read gives no result', async () => {
    expect(await scoreSpam(['/nowhere/spamc'], Buffer.from('x'))).toMatch(/cannot be started/);
    const deaf = [process.execPath, '-e', 'process.exit(1)'];
    expect(await scoreSpam(deaf, Buffer.alloc(1_000_000))).toMatch(/no score/);
  });

  it('gets the complete message', async () => {
    const count = [
      process.execPath,
      '-e',
      "let n=0;process.stdin.on('data',(c)=>{n+=c.length}).on('end',()=>console.log(n+'/5'))",
    ];
    expect(await scoreSpam(count, Buffer.alloc(300_000))).toEqual({ score: 300_000, threshold: 5 });
  });
});
