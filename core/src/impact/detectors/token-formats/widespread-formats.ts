import type { TokenFormat } from './token-format.ts';

/** Forms of tokens of code hosts, clouds, chat, payment and mail services. */
export const WIDESPREAD_FORMATS: readonly TokenFormat[] = [
  {
    name: 'aws-access-key-id',
    holds: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    shape: /(?<![A-Za-z0-9_])(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9])/g,
    // It says whose key it is and opens nothing without the secret beside it (AWS IAM User Guide, access keys).
    confidence: 'weak',
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
    holds: ['sk_', 'rk_', 'whsec_'],
    shape:
      /(?<![A-Za-z0-9_])(?:(?:sk|rk|whsec)_(?:live|test|prod)_[A-Za-z0-9]{10,247}|whsec_[A-Za-z0-9+/=]{24,64})(?![A-Za-z0-9])/g,
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
    holds: ['SK'],
    shape: /(?<![A-Za-z0-9_])(?:SK[a-f0-9]{32})(?![A-Za-z0-9])/g,
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
];
