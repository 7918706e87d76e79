import { readIncident, toExposureInputs } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import { withLines } from './fictional-incident.ts';

const NOTICE = `notice:
  page: www.lamp.example/notice
  from: { name: Lamp Incident Team, address: notice@lamp.example }
  reply: answers@lamp.example
  bounce: bounce@lamp.example
  telephone: the number on our web site
`;
const read = (review: string, notice = '') =>
  readIncident(`${withLines()}${notice}review:\n${review}`, 'incident.yaml');
const settingsOf = (review: string, notice = '') => {
  const { incident, refusals } = read(review, notice);
  expect(refusals).toEqual([]);
  return incident?.review;
};
const PORTAL = '  portal: https://review.lamp.example\n';

describe('where parties read their mail', () => {
  test('is optional and does not change verdicts', () => {
    const plain = readIncident(withLines(), 'incident.yaml').incident;
    const given = read(PORTAL).incident;
    if (plain === null || given === null) throw new Error('refused');
    expect(plain.review).toBeNull();
    expect(toExposureInputs(given)).toEqual(toExposureInputs(plain));
  });

  test('defaults to the page of the notice, or to the first domain', () => {
    expect(settingsOf(PORTAL, NOTICE)).toEqual({
      portal: 'https://review.lamp.example',
      passkeys: 'www.lamp.example',
      app: 'https://www.lamp.example/review',
      waitSeconds: 72 * 3600,
      leastResolvers: 2,
      key: null,
    });
    expect(settingsOf(PORTAL)).toMatchObject({ passkeys: 'lamp.example', app: 'https://lamp.example/review' });
  });

  test('is read completely', () => {
    expect(
      settingsOf(`  portal: HTTPS://Review.LAMP.example/
  app: lamp.example/incident/read/
  passkeys: Lamp.example
  wait: 90m
  leastResolvers: 3
  key: ./keys/portal-call.key
`),
    ).toEqual({
      portal: 'https://review.lamp.example',
      passkeys: 'lamp.example',
      app: 'https://lamp.example/incident/read',
      waitSeconds: 5400,
      leastResolvers: 3,
      key: 'keys/portal-call.key',
    });
  });

  test('may be local without TLS, with app and portal on one host', () => {
    const near = '  portal: http://localhost:8480\n  app: http://localhost:8481/review\n  passkeys: localhost\n';
    expect(settingsOf(near)).toMatchObject({ portal: 'http://localhost:8480', app: 'http://localhost:8481/review' });
    expect(read(near.replace('localhost:8480', '127.0.0.1:8480')).refusals.length).toBe(1);
  });
});

describe('unusable settings are refused with their line', () => {
  test.each([
    ['  portal: http://review.lamp.example\n', 'not the address of a portal'],
    ['  portal: review.lamp.example\n', 'not the address of a portal'],
    ['  portal: https://review.lamp.example/v1\n', 'not the address of a portal'],
    ['  portal: https://review.lamp.example?x=1\n', 'not the address of a portal'],
    ['  portal: https://user@review.lamp.example\n', 'not the address of a portal'],
    ['  portal: https://review.lamp.example:99999\n', 'not the address of a portal'],
    ['  portal: https://review.elsewhere.example\n', 'not below lamp.example'],
    [`${PORTAL}  app: http://lamp.example/review\n`, 'not the address of a page'],
    [`${PORTAL}  app: lamp.example\n`, 'not the address of a page'],
    [`${PORTAL}  app: lamp.example/../review\n`, 'not the address of a page'],
    [`${PORTAL}  app: lamp.example/re view\n`, 'not the address of a page'],
    [`${PORTAL}  passkeys: other.example\n`, 'browsers would refuse it'],
    [`${PORTAL}  passkeys: ample\n`, 'browsers would refuse it'],
    [
      `${PORTAL}  app: elsewhere.example/review\n  passkeys: elsewhere.example\n`,
      "not one of the organization's domains",
    ],
    [`${PORTAL}  wait: 30d\n`, 'review.wait'],
    [`${PORTAL}  wait: 0s\n`, 'review.wait'],
    [`${PORTAL}  wait: soon\n`, 'review.wait'],
    [`${PORTAL}  leastResolvers: 0\n`, 'review.leastResolvers'],
    [`${PORTAL}  leastResolvers: 1.5\n`, 'review.leastResolvers'],
    [`${PORTAL}  leastResolvers: 10\n`, 'review.leastResolvers'],
    [`${PORTAL}  leastResolvers: two\n`, 'review.leastResolvers'],
    [`${PORTAL}  secret: x\n`, 'unknown key "secret" in review'],
    ['  wait: 1h\n', 'review.portal is missing'],
  ])('%j', (review, sentence) => {
    const { refusals, incident } = read(review);
    expect(incident).toBeNull();
    expect(refusals.length).toBe(1);
    expect(refusals[0]).toContain(sentence);
    expect(refusals[0]).toMatch(/^incident\.yaml:(28|29|30|31): /);
  });
});
