import type { Detector } from './finding.ts';

/** Services whose keys have no form of their own: only the name in front tells what the value is. */
const SERVICES = [
  'adafruit',
  'adobe',
  'airtable',
  'algolia',
  'alibaba',
  'asana',
  'atlassian',
  'beamer',
  'bitbucket',
  'bittrex',
  'codecov',
  'coinbase',
  'confluence',
  'confluent',
  'contentful',
  'contribsys',
  'datadog',
  'discord',
  'droneci',
  'dropbox',
  'etsy',
  'facebook',
  'fastly',
  'finicity',
  'finnhub',
  'flickr',
  'freshbooks',
  'gitter',
  'gocardless',
  'heroku',
  'hubspot',
  'intercom',
  'jira',
  'kraken',
  'kucoin',
  'launchdarkly',
  'linear',
  'linkedin',
  'lob',
  'mailchimp',
  'mailgun',
  'mapbox',
  'mattermost',
  'messagebird',
  'netlify',
  'newrelic',
  'new_relic',
  'nytimes',
  'okta',
  'plaid',
  'rapidapi',
  'sendbird',
  'sentry',
  'squarespace',
  'sumo',
  'travis',
  'twitch',
  'twitter',
  'yandex',
  'zendesk',
];
const SIGN = `["'\`\\]]?[ \\t]{0,3}(?::=|=>|[:=>])[ \\t]{0,3}["'\`]?`;
const KEY = new RegExp(
  `(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,20}_{1,2}){0,3}(?:${SERVICES.join('|')})(?:[A-Za-z0-9_.-]{0,24}| [a-z_-]{2,12}(?: [a-z_-]{2,8})?)${SIGN}([A-Za-z0-9_%+/=.:-]{14,120})(?![A-Za-z0-9])`,
  'gi',
);
const MAYBE_KEY = /[:=>][ \t]{0,3}["'`]?[A-Za-z0-9_%+/=.:-]{14}/;
/** Letters and digits change places so often in no name. */
const CHANGES = 3;

function isMixed(value: string): boolean {
  return !/\/\/|^[a-z]+:/i.test(value) && (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) >= CHANGES;
}

/** `heroku_key = 0f3c…`: a key behind the name of a service. */
export const findServiceKeys: Detector = {
  hints: { words: SERVICES },
  find: ({ lines }, at) =>
    at.flatMap((each) => {
      const line = lines[each] ?? { text: '', start: 0 };
      return (!MAYBE_KEY.test(line.text) ? [] : [...line.text.matchAll(KEY)]).flatMap((match) => {
        const value = (match[1] ?? '').replace(/(?<![.:])[.:]+$/, '');
        if (!isMixed(value)) return [];
        const start = line.start + match.index + match[0].length - (match[1] ?? '').length;
        return [
          {
            kind: 'secret-key' as const,
            detector: 'secret-key-service',
            confidence: 'likely' as const,
            start,
            end: start + value.length,
            value,
          },
        ];
      });
    }),
};
