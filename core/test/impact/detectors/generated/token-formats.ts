import type { NumberSource } from '../../../mutation.ts';

const SETS: Readonly<Record<string, string>> = {
  h: '0123456789abcdef',
  a: 'abcdefghijklmnopqrstuvwxyz0123456789',
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  m: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  l: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  d: '0123456789',
  b: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
};

/**
 * Tokens as their issuers document them, a line each: name, then the text; `{h32}` are 32 characters of a set above. A
 * name with a sign stands in front where the token alone has no form of its own.
 */
const FORMATS = `
aws {pick AKIA ASIA}{b16}
github {pick ghp gho ghu ghs ghr}_{m36}
github-fine-grained github_pat_{m22}_{m59}
gitlab glpat-{m20}
gitlab-trigger glptt-{h40}
gitlab-runner GR1348941{m20}
slack {pick xoxb xoxp xoxa}-{d12}-{d12}-{m24}
slack-hook https://hooks.slack.com/services/T{A8}/B{A10}/{m24}
stripe {pick sk pk rk}_{pick live test}_{m24}
google AIza{m35}
jwt eyJ{m33}.eyJ{m60}.{m43}
npm npm_{m36}
pypi pypi-AgEIcHlwaS5vcmc{m80}
rubygems rubygems_{h48}
sendgrid SG.{m22}.{m43}
mailgun mailgun_key = key-{h32}
mailgun-signing mailgun_signing = {h32}-{h8}-{h8}
mailchimp mailchimp: {h32}-us20
twilio SK{h32}
sendinblue xkeysib-{h64}-{m16}
shopify {pick shpat shpca shppa shpss}_{h32}
square sq0atp-{m22}
square-secret sq0csp-{m43}
digitalocean {pick dop doo dor}_v1_{h64}
doppler dp.pt.{m43}
databricks dapi{h32}
dropbox dropbox: sl.{m135}
linear lin_api_{m40}
postman PMAK-{h24}-{h34}
newrelic newrelic_key: NRAK-{A27}
newrelic-browser new_relic = NRJS-{h19}
grafana glsa_{m32}_{h8}
grafana-cloud glc_{m60}
vault hvs.{m95}
vault-batch hvb.{m150}
terraform {m14}.atlasv1.{m64}
pulumi pul-{h40}
planetscale pscale_{pick tkn pw oauth}_{m43}
prefect pnu_{a36}
typeform typeform_token: tfp_{m59}
telegram {d9}:AA{m33}
atlassian jira_token = {m24}
alibaba LTAI{m20}
alibaba-secret alibaba_secret = {a30}
yandex yandex: AQVN{m37}
easypost {pick EZAK EZTK}{m54}
duffel duffel_{pick test live}_{m43}
dynatrace dt0c01.{A24}.{A64}
flutterwave FLWSECK_TEST-{h32}-X
frameio fio-u-{m64}
readme rdme_{a70}
shippo shippo_{pick live test}_{h40}
clojars CLOJARS_{m60}
adobe-secret p8e-{a32}
adafruit adafruit_key = {a32}
airtable airtable: {m17}
algolia algolia_key = {a32}
asana asana_secret = {a32}
beamer beamer: b_{a44}
bitbucket bitbucket_secret = {m64}
bittrex bittrex_key = {a32}
codecov codecov_token = {a32}
coinbase coinbase_token = {a64}
confluent confluent_secret = {m64}
contentful contentful: {m43}
datadog datadog_key: {a40}
discord discord_token: {h64}
droneci droneci: {a32}
etsy etsy_key = {a24}
facebook facebook_secret = {h32}
fastly fastly: {m32}
finicity finicity_secret = {a20}
finnhub finnhub: {a20}
flickr flickr_key: {a32}
freshbooks freshbooks = {a64}
gitter gitter: {a40}
gocardless gocardless: live_{m40}
heroku heroku_key = {h8}-{h4}-{h4}-{h4}-{h12}
hubspot hubspot: {h8}-{h4}-{h4}-{h4}-{h12}
intercom intercom = {m60}
kraken kraken_key = {m84}
kucoin kucoin: {h24}
launchdarkly launchdarkly = {m40}
linkedin linkedin_secret: {m16}
lob lob_key = live_{h35}
mapbox mapbox = pk.{a60}.{a22}
mattermost mattermost: {a26}
messagebird messagebird = {a25}
teams-hook https://acme.webhook.office.com/webhookb2/{h8}-{h4}-{h4}-{h4}-{h12}@{h8}-{h4}-{h4}-{h4}-{h12}/IncomingWebhook/{h32}/{h8}-{h4}-{h4}-{h4}-{h12}
netlify netlify_token = {m43}
nytimes nytimes: {a32}
okta okta_token = {m42}
plaid plaid = access-sandbox-{h8}-{h4}-{h4}-{h4}-{h12}
plaid-secret plaid_secret: {a30}
rapidapi rapidapi = {a50}
sendbird sendbird: {h40}
sentry sentry_token = {h64}
sidekiq BUNDLE_GEMS__CONTRIBSYS__COM={h8}:{h8}
squarespace squarespace = {h8}-{h4}-{h4}-{h4}-{h12}
sumologic sumo_key = {a64}
travis travis_token: {m22}
twitch twitch_secret = {a30}
twitter twitter_secret = {a45}
twitter-bearer twitter: AAAAAAAAAAAAAAAAAAAAAA{m90}
zendesk zendesk_key = {a40}
generic api_key = {m32}
`;

export interface TokenFormat {
  readonly name: string;
  readonly make: (next: NumberSource) => string;
}

function fill(form: string, next: NumberSource): string {
  return form.replace(/\{(?:pick ([^}]+)|([a-zA-Z])(\d+))\}/g, (_, choice: string | undefined, set: string, count) => {
    const choices = choice?.split(' ');
    if (choices !== undefined) return choices[next(choices.length)] ?? '';
    const characters = SETS[set] ?? '';
    return Array.from({ length: Number(count) }, () => characters[next(characters.length)]).join('');
  });
}

export const tokenFormats: readonly TokenFormat[] = FORMATS.trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf(' ');
    return { name: line.slice(0, at), make: (next) => fill(line.slice(at + 1), next) };
  });
