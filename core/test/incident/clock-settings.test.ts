import { readIncident } from '@candor/core/incident';
import { describe, expect, it } from 'vitest';

const read = (clock: string) =>
  readIncident(
    `incident: t
organization: { name: B, domains: [b.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [{ custodian: a, address: a@b.example, evidence: m }]
${clock}
`,
    'i.yaml',
  );

describe('clock', () => {
  it.each([
    ['ntp.example', 'ntp.example', 123],
    ['192.0.2.1:1123', '192.0.2.1', 1123],
    ['[2001:db8::1]', '2001:db8::1', 123],
    ['[2001:db8::1]:9', '2001:db8::1', 9],
  ])('names a time server: %s', (source, host, port) => {
    expect(read(`clock: { source: "${source}" }`).incident?.clock).toEqual({ source, host, port });
    expect(read('').incident?.clock).toBeNull();
  });

  it.each(['https://ntp.example', 'ntp.example:70000', '2001:db8::1', 'a b', '-o', '$(id)', 'ntp.example:'])(
    'refuses %s',
    (source) =>
      expect(read(`clock: { source: "${source}" }`).refusals).toEqual([
        expect.stringContaining('clock.source must be a time server') as string,
      ]),
  );

  it('runs no command', () => {
    expect(read('clock: { source: ntp.example, command: [chronyc, tracking] }').refusals).toEqual([
      expect.stringContaining('unknown key "command" in clock') as string,
    ]);
  });
});
