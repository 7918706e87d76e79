import type { Confidence } from './finding.ts';

export interface TokenFormat {
  readonly name: string;
  /** One of these, two characters or more, stands in every token of the form. None: the form has nothing fixed. */
  readonly holds: readonly string[];
  /** What stands before and behind is no character of a word. */
  readonly shape: RegExp;
  readonly confidence: Confidence;
}

// The prefixes are those that the issuers document. `certain` where a fixed prefix of four characters or more leaves
// random text no chance.
export const TOKEN_FORMATS: readonly TokenFormat[] = [
  {
    name: 'aws-access-key-id',
    holds: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    shape: /(?<![A-Za-z0-9_])(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'github-token',
    holds: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    shape: /(?<![A-Za-z0-9_])(?:(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{60,255}))(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'gitlab-token',
    holds: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glcbt-',
      'glptt-',
      'glft-',
      'glsoat-',
      'glagent-',
      'gloas-',
      'glffct-',
      'glimt-',
    ],
    shape:
      /(?<![A-Za-z0-9_])(?:(?:glpat|gldt|glrt|glcbt|glptt|glft|glsoat|glagent|gloas|glffct|glimt)-[A-Za-z0-9_=.-]{20,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'gitlab-runner-token',
    holds: ['GR1348941'],
    shape: /(?<![A-Za-z0-9_])(?:GR1348941[A-Za-z0-9_-]{20})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'adobe-secret',
    holds: ['p8e-'],
    shape: /(?<![A-Za-z0-9_])(?:p8e-[A-Za-z0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'teams-webhook',
    holds: ['.webhook.office.com/webhookb2/'],
    shape:
      /(?<![A-Za-z0-9_])(?:https:\/\/[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9@/-]{60,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'slack-token',
    holds: ['xox', 'xapp-'],
    shape:
      /(?<![A-Za-z0-9_])(?:xox[abeoprs](?:\.xox[abeoprs])?-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Z0-9]{5,20}-\d{5,20}-[a-z0-9]{20,80})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'slack-webhook',
    holds: ['https://hooks.slack.com/'],
    shape:
      /(?<![A-Za-z0-9_])(?:https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/_-]{20,90})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'stripe-key',
    holds: ['sk_', 'rk_', 'pk_', 'whsec_'],
    shape:
      /(?<![A-Za-z0-9_])(?:(?:sk|rk|pk|whsec)_(?:live|test|prod)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/=]{24,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'google-api-key',
    holds: ['AIza'],
    shape: /(?<![A-Za-z0-9_])(?:AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'google-oauth',
    holds: ['GOCSPX-'],
    shape: /(?<![A-Za-z0-9_])GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'google-oauth',
    holds: ['ya29.'],
    shape: /(?<![A-Za-z0-9_-])ya29\.[A-Za-z0-9_-]{20,400}/g,
    confidence: 'certain',
  },
  {
    name: 'google-oauth',
    holds: ['1//0'],
    shape: /(?<![A-Za-z0-9_-])1\/\/0[A-Za-z0-9_-]{40,120}(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'completion-api-key',
    holds: ['T3BlbkFJ', 'sk-ant-'],
    shape:
      /(?<![A-Za-z0-9_])(?:sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}|sk-ant-[a-z0-9]{3,12}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'hugging-face-token',
    holds: ['hf_', 'api_org_'],
    shape: /(?<![A-Za-z0-9_])(?:(?:hf|api_org)_[A-Za-z]{34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'npm-token',
    holds: ['npm_'],
    shape: /(?<![A-Za-z0-9_])(?:npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'pypi-token',
    holds: ['pypi-AgEIcHlwaS5vcmc'],
    shape: /(?<![A-Za-z0-9_])(?:pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,1000})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'rubygems-token',
    holds: ['rubygems_'],
    shape: /(?<![A-Za-z0-9_])(?:rubygems_[a-f0-9]{48})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'sendgrid-key',
    holds: ['SG.'],
    shape: /(?<![A-Za-z0-9_])(?:SG\.[A-Za-z0-9_=.-]{66})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'mailgun-key',
    holds: ['key-'],
    shape: /(?<![A-Za-z0-9_])(?:(?:key|pubkey)-[a-f0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'mailchimp-key',
    holds: ['-us'],
    shape: /(?<![A-Za-z0-9_])(?:[a-f0-9]{32}-us\d{1,2})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'twilio-key',
    holds: ['SK', 'AC'],
    shape: /(?<![A-Za-z0-9_])(?:(?:SK|AC)[a-f0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'sendinblue-key',
    holds: ['xkeysib-'],
    shape: /(?<![A-Za-z0-9_])(?:xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'shopify-token',
    holds: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    shape: /(?<![A-Za-z0-9_])(?:shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'square-token',
    holds: ['sq0atp-', 'sq0csp-', 'sq0idp-', 'EAAA'],
    shape: /(?<![A-Za-z0-9_])(?:sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9+=_-]{60})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'digitalocean-token',
    holds: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    shape: /(?<![A-Za-z0-9_])(?:do[opr]_v1_[a-f0-9]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'doppler-token',
    holds: ['dp.'],
    shape: /(?<![A-Za-z0-9_])(?:dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,80})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'databricks-token',
    holds: ['dapi'],
    shape: /(?<![A-Za-z0-9_])(?:dapi[a-f0-9]{32}(?:-\d)?)(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'dropbox-token',
    holds: ['sl.'],
    shape: /(?<![A-Za-z0-9_])(?:sl\.[A-Za-z0-9_=-]{130,200})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'linear-key',
    holds: ['lin_api_', 'lin_oauth_'],
    shape: /(?<![A-Za-z0-9_])(?:lin_(?:api|oauth)_[A-Za-z0-9]{40,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'notion-token',
    holds: ['ntn_', 'secret_'],
    shape: /(?<![A-Za-z0-9_])(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'postman-key',
    holds: ['PMAK-'],
    shape: /(?<![A-Za-z0-9_])(?:PMAK-[a-f0-9]{24}-[a-f0-9]{34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'newrelic-key',
    holds: ['NRAK-', 'NRJS-', 'NRII-'],
    shape: /(?<![A-Za-z0-9_])(?:NRAK-[A-Z0-9]{27}|NRJS-[a-f0-9]{19}|NRII-[A-Za-z0-9-]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'grafana-token',
    holds: ['glsa_', 'glc_', 'eyJrIjoi'],
    shape:
      /(?<![A-Za-z0-9_])(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}|eyJrIjoi[A-Za-z0-9]{70,400}={0,2})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'vault-token',
    holds: ['hvs.', 'hvb.', 'hvr.', 's.'],
    shape: /(?<![A-Za-z0-9_])(?:hv[sbr]\.[A-Za-z0-9_-]{24,300}|s\.[A-Za-z0-9]{24}(?![A-Za-z0-9]))(?![A-Za-z0-9])/g,
    confidence: 'likely',
  },
  {
    name: 'terraform-token',
    holds: ['.atlasv1.'],
    shape: /(?<![A-Za-z0-9_])(?:[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'pulumi-token',
    holds: ['pul-'],
    shape: /(?<![A-Za-z0-9_])(?:pul-[a-f0-9]{40})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'planetscale-token',
    holds: ['pscale_'],
    shape: /(?<![A-Za-z0-9_])(?:pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'prefect-token',
    holds: ['pnu_'],
    shape: /(?<![A-Za-z0-9_])(?:pnu_[A-Za-z0-9]{36})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'flyio-token',
    holds: ['fo1_', 'fm1_', 'fm2_', 'fm1a_', 'fm2a_', 'fm1r_', 'fm2r_'],
    shape: /(?<![A-Za-z0-9_])(?:fo1_[A-Za-z0-9_-]{43}|fm[12][ar]?_[A-Za-z0-9+/]{100,400}={0,3})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'typeform-token',
    holds: ['tfp_'],
    shape: /(?<![A-Za-z0-9_])(?:tfp_[A-Za-z0-9_.=-]{59})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'telegram-token',
    holds: [':A'],
    shape: /(?<![A-Za-z0-9_])(?:\d{5,16}:AA?[A-Za-z0-9_-]{32,34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'discord-token',
    holds: [],
    shape: /(?<![A-Za-z0-9_])(?:[MNO][A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,38})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'atlassian-token',
    holds: ['ATATT3'],
    shape: /(?<![A-Za-z0-9_])(?:ATATT3[A-Za-z0-9_=-]{60,250})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'alibaba-key',
    holds: ['LTAI'],
    shape: /(?<![A-Za-z0-9_])(?:LTAI[A-Za-z0-9]{20})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'tencent-key',
    holds: ['AKID'],
    shape: /(?<![A-Za-z0-9_])(?:AKID[A-Za-z0-9]{32})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'yandex-token',
    holds: ['t1.', 'AQVN', 'YC'],
    shape:
      /(?<![A-Za-z0-9_])(?:t1\.[A-Z0-9a-z_-]{20,200}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}|AQVN[A-Za-z0-9_-]{35,38}|YC[a-zA-Z0-9_-]{38})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'easypost-key',
    holds: ['EZAK', 'EZTK'],
    shape: /(?<![A-Za-z0-9_])(?:EZ[AT]K[A-Za-z0-9]{54})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'duffel-token',
    holds: ['duffel_'],
    shape: /(?<![A-Za-z0-9_])(?:duffel_(?:test|live)_[A-Za-z0-9_=-]{43})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'dynatrace-token',
    holds: ['dt0'],
    shape: /(?<![A-Za-z0-9_])(?:dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'flutterwave-key',
    holds: ['FLWPUBK_TEST-', 'FLWSECK_TEST'],
    shape: /(?<![A-Za-z0-9_])(?:FLW(?:PUBK|SECK)_TEST-[a-h0-9]{12,32}-X|FLWSECK_TEST[a-h0-9]{12})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'frameio-token',
    holds: ['fio-u-'],
    shape: /(?<![A-Za-z0-9_])(?:fio-u-[A-Za-z0-9_=-]{64})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'readme-key',
    holds: ['rdme_'],
    shape: /(?<![A-Za-z0-9_])(?:rdme_[a-z0-9]{70})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'shippo-token',
    holds: ['shippo_'],
    shape: /(?<![A-Za-z0-9_])(?:shippo_(?:live|test)_[a-f0-9]{40})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'clojars-token',
    holds: ['CLOJARS_'],
    shape: /(?<![A-Za-z0-9_])(?:CLOJARS_[A-Za-z0-9]{60})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'age-key',
    holds: ['AGE-SECRET-KEY-1'],
    shape: /(?<![A-Za-z0-9_])(?:AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'azure-ad-secret',
    holds: ['Q~'],
    shape: /(?<![A-Za-z0-9_])(?:[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: '1password-token',
    holds: ['ops_eyJ'],
    shape: /(?<![A-Za-z0-9_])ops_eyJ[A-Za-z0-9+/]{250}/g,
    confidence: 'certain',
  },
  {
    name: '1password-token',
    holds: ['A3-'],
    shape: /(?<![A-Za-z0-9_-])A3-[A-Z0-9]{6}-[A-Z0-9]{11}(?:-[A-Z0-9]{5}){3}(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: '1password-token',
    holds: ['A3-'],
    shape: /(?<![A-Za-z0-9_-])A3-[A-Z0-9]{6}-[A-Z0-9]{6}-[A-Z0-9]{5}(?:-[A-Z0-9]{5}){3}(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'basecamp-launch-key',
    holds: ['sdk-'],
    shape: /(?<![A-Za-z0-9_])(?:sdk-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})(?![A-Za-z0-9])/g,
    confidence: 'likely',
  },
  {
    name: 'adafruit-key',
    holds: ['aio_'],
    shape: /(?<![A-Za-z0-9_])(?:aio_[A-Za-z0-9]{28})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'facebook-token',
    holds: ['EAAM', 'EAAC'],
    shape: /(?<![A-Za-z0-9_])(?:EAA[MC][A-Za-z0-9]{100,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
  {
    name: 'sentry-token',
    holds: ['sntrys_', 'sntryu_'],
    shape: /(?<![A-Za-z0-9_])(?:sntry[su]_[A-Za-z0-9+/=_.-]{60,300})(?![A-Za-z0-9])/g,
    confidence: 'certain',
  },
];
