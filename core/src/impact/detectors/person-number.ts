import type { Detector } from './finding.ts';
import { countDigits, type DocumentRule, toDocumentDetector } from './labelled-document.ts';
import { findMachineReadable } from './machine-readable.ts';

/** A passport's number: nine characters at most (ICAO Doc 9303, part 3, 4.2.2). */
const passports: DocumentRule = {
  kind: 'passport',
  detector: 'passport',
  hints: {
    words: [
      'passport',
      'pasaporte',
      'passeport',
      'pass-nr',
      'passnummer',
      'passaport',
      'paspoort',
      'paszport',
      'pass nr',
    ],
    parts: ['reisepass'],
  },
  label:
    /(?<!\p{L})(?:passport(?:['’]s)?|reisepass(?:nummer)?|passnummer|pass[- ]nr\.?|passeport|pasaporte|passaporto|passaporte|paspoort(?:nummer)?|paszport(?:u)?)(?!\p{L})/giu,
  shape: /[A-Z0-9](?:[ -]?[A-Z0-9]){5,8}(?![\p{L}\p{N}-])/iuy,
  // Some German ones have two digits.
  passes: (value) =>
    (countDigits(value) >= 4 && (!/[ -]/.test(value) || (/\d$/.test(value) && value === value.toUpperCase()))) ||
    (countDigits(value) >= 2 && /^[CFGHJKLMNPRTVWXYZ0-9]{9}$/.test(value)),
};

/** A driving licence's number: each country and each American state has a form of its own (AAMVA DL/ID, annex D). */
const drivingLicences: DocumentRule = {
  kind: 'driving-licence',
  detector: 'driving-licence',
  hints: {
    words: [
      'driver',
      'driving',
      'dl#',
      'dl #',
      'dl no',
      'dl number',
      'dl:',
      'permis de',
      'permiso de',
      'carnet de',
      'licencia de',
      ...[
        'rijbewijs',
        'patente',
        'carta de cond',
        'cnh',
        'prawo jazdy',
        'prawa jazdy',
        'körkort',
        'førerkort',
        'kørekort',
      ],
      ...['licence n', 'license n', 'dvla', 'permis', 'carnet', 'driver'],
    ],
    parts: ['führerschein', 'fuehrerschein', 'fahrerlaubnis', 'licence', 'license'],
  },
  label:
    /(?<!\p{L})(?:driv(?:er(?:['’]?s?)?|ing)[ \t]licen[sc]e|dvla(?: number| no\.?| licence)|rijbewijs(?:nummer)?|patente(?: di guida)?|carta de condução|cnh|fahrerlaubnis(?:-?nr\.?|nummer)?|praw[oa] jazdy|licen[cs]e(?= (?:number|no\.?(?!\p{L})|nr|#|n[°º]))|körkort(?:snummer)?|førerkort(?:nummer)?|kørekort(?:nummer)?|carnet(?= n[.º°úu])|permis(?= (?:n[°º.]|no|b(?!\p{L})))|dl(?= ?(?:#|no|number|:))|führerschein(?:nummer)?|fuehrerschein(?:nummer)?|permis de conduire|(?:permiso|carnet|licencia) de conduc(?:ir|ción))(?!\p{L})/giu,
  shared: {
    label: /^licen[cs]e/iu,
    beside:
      /(?<!\p{L})(?:driv(?:ers?|ing|e)|dvla|dmv|rental|hire car|car hire|van|vehicles?|fleet|pool car|motor(?:ing|bike)?|fahrer\p{L}{0,8})(?!\p{L})/iu,
  },
  shape: /[A-Z0-9](?:[ -]?[A-Z0-9]){4,17}(?![\p{L}\p{N}])/iuy,
  passes: (value) => countDigits(value) >= 5,
};

/**
 * Numbers under which persons pay taxes: ITIN (IRS, publication 1915), UTR (HMRC), Steuernummer (ELSTER), numéro fiscal
 * (DGFiP). A company's number is no personal data.
 */
const taxIds: DocumentRule = {
  kind: 'tax-id',
  detector: 'tax-id',
  hints: {
    words: [
      'itin',
      'utr',
      'unique taxpayer',
      'taxpayer',
      'tax id',
      'steuern',
      'st.-nr',
      'st-nr',
      'numéro fiscal',
      'n° fiscal',
      'numero fiscal',
      'número fiscal',
      'spi',
    ],
    parts: ['steuernummer'],
  },
  label:
    /(?<!\p{L})(?:itin|utr|unique taxpayer reference|(?:individual |personal )?taxpayer (?:id(?:entification)?|reference)|(?:individual|personal) tax id|steuernummer|st\.?-nr\.?|(?:n[°º]|num[ée]ro|número) fiscal(?: de référence)?|n[°º] spi|spi)(?!\p{L})/giu,
  shape: /\d(?:[ /.-]?\d){8,12}(?![\p{L}\p{N}])/uy,
  passes: (value) => !/0{5}$/.test(value.replace(/\D/g, '')),
};

/** Numbers of patients and of their insurance: NHS Data Dictionary, CMS (MBI), § 290 SGB V, GIE Sesam-Vitale. */
const healthNumbers: DocumentRule = {
  kind: 'health-number',
  detector: 'health-number',
  hints: {
    words: [
      'mrn',
      'medical rec',
      'patient',
      'health',
      'nhs',
      'medicare',
      'medicaid',
      'insurance member',
      'insurance id',
      'insurance card',
      'insurance policy',
      'krankenv',
      'versicherten',
      'kvnr',
      'numéro de mutuelle',
      'numéro d',
      'tarjeta san',
      'número de hist',
      'número de afil',
      ...[
        'número de u',
        'número de p',
        'n° d',
        'n° de',
        'kv-nr',
        'hospital',
        'member',
        'subscriber',
        'polis',
        'policy',
        'vers',
        'insurer',
        'n.º de p',
        'n.° de p',
        'n° de p',
        'nº de p',
        'verzeker',
      ],
      ...['tessera', 'carteir', 'cartão', 'ohip', 'ihi', 'urn', 'ur n', 'tarjeta'],
    ],
  },
  label:
    /(?<!\p{L})(?:mrn|medical record|patient(?:[ -]?(?:id|number|no\.?|#))|health (?:insurance|card|plan)(?: (?:member|policy))?(?: ?id)?|nhs|medicare(?: beneficiary| card)?(?: ?id)?|medicaid(?: ?id)?|insurance (?:member|card|policy)(?: ?id)?|insurance id|(?:krankenversicherten|krankenversicherungs|versicherten)(?:nummer|-?nr\.?)|kvnr|kv-nr\.?|(?:numéro|n[°º]) (?:de (?:mutuelle|contrat santé|patient)|d[’']adhérente?)|tarjeta sanitaria|número de (?:historia clínica|afiliado|utente|paciente)|hospital (?:id|number|no\.?|ref)|(?<!(?:fund|union|club|gym|library|flyer|loyalty) )member(?:ship)? (?:id|number|no\.?)|subscriber id|patient(?:en|in)?(?:-?nr\.?|nummer|akte)|insurer membership|policy (?:number|no\.?)|polis(?:nummer|nr\.?)(?: zorgverzekering)?|vers\.?-?nr\.?|versicherungsnummer|n[.º°]{1,2} de póliza|verzekerdennummer|tessera sanitaria|carteirinha|cartão (?:sus|nacional de saúde)|ohip|health card|ihi|urn|ur (?:number|no\.?)|group health)(?!\p{L})/giu,
  shared: {
    label: /^(?:member|subscriber|polis|polic|vers(?:\.|icherungsn)|n[.º°]|urn|ur |group|hospital|ihi)/iu,
    beside:
      /(?<!\p{L})(?:patient(?:in|e)?s?|paciente|paziente|medical|medicare|health|hospital|clinic|doctor|insurer|nhs|dx|diagnos\p{L}{1,6}|\p{L}{0,8}krankenkasse|krankenversicher\p{L}{1,6}|zorgverzeker\p{L}{1,6}|behandeling\p{L}{0,2}|mutuelle|santé|sanit[aà]ri[ao]|seguro médico)(?!\p{L})/iu,
  },
  shape: /[A-Z0-9](?:[ -]?[A-Z0-9]){5,19}(?![\p{L}\p{N}])/iuy,
  // A customs declaration has an MRN too (Regulation (EU) 2015/2447, annex B).
  passes: (value) => countDigits(value) >= 5 && !/\p{Ll}{3}/u.test(value) && !/^\d\d[A-Z]{2}[A-Z0-9]{14}$/.test(value),
};

export const documentRules: readonly DocumentRule[] = [passports, drivingLicences, taxIds, healthNumbers];

export const personNumbers: readonly Detector[] = [...documentRules.map(toDocumentDetector), findMachineReadable];
