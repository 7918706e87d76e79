import { describe, expect, it } from 'vitest';
import { findGateObstacle, type GateResult } from '../../../src/notice/gate/gate-store.ts';

const AT = 1_003_000_000;
const passed: GateResult = {
  at: AT,
  isPassed: true,
  findings: [],
  authentication: null,
  spam: null,
  probe: { to: 'check@check.example', messageId: '<x@harbor.example>', receivedSha256: null },
};
const judge = (change: Partial<GateResult>, digest = 'same', at = AT + 60) =>
  findGateObstacle({ result: { ...passed, ...change }, settingsDigest: digest }, 'same', at);

describe('what a passed gate is worth', () => {
  it('lets notices out for a day', () => {
    expect(judge({})).toBeNull();
    expect(judge({}, 'same', AT + 24 * 3600)).toBeNull();
  });

  it.each([
    ['none was ever run', findGateObstacle(null, 'same', AT), /no probe/],
    ['it refused', judge({ isPassed: false }), /did not pass/],
    ['a setting is another', judge({}, 'other'), /others than/],
    ['a day has gone', judge({}, 'same', AT + 24 * 3600 + 1), /more than a day/],
    ['the clock was put back', judge({}, 'same', AT - 24 * 3600 - 1), /more than a day/],
  ])('lets nothing out when %s', (_, obstacle, words) => expect(obstacle).toMatch(words));
});
