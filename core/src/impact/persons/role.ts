import { isGivenName } from './name.ts';

/** Local parts that are no person's (RFC 2142 and what is usual beside it). */
const ROLES = new Set(
  'abuse account accounting accounts admin administration administrator alert alerts all billing board bookings bounce bounces careers compliance contact customerservice daemon desk direction dpo enquiries everyone events feedback finance group help helpdesk hr info information invoice invoices it jobs legal list mail mailer-daemon mailer marketing news newsletter no-reply noc noreply notification notifications office orders payroll postmaster press privacy reception recruiting root sales security service services subscribe support system team unsubscribe ventes webmaster'.split(
    ' ',
  ),
);
/**
 * With one of these words among others it is no person's either. English, German, French, Spanish, Italian, Dutch;
 * without accents; no word that is also a usual name.
 */
const ROLE_WORDS: ReadonlySet<string> = new Set(
  `accountants admin administration administrator alerts billing boardroom careers desk donotreply frontdesk helpdesk info
    invoices legal mailbox mailer migration newsletter noreply notifications orders payable payroll postmaster purchasing
    receivable reception recruiting recruitment sales service services shift support team webmaster
    abteilung anfragen auftragsannahme bestellung bestellungen bewerbung bewerbungen buchhaltung buero datenschutz einkauf
    empfang geschaeftsfuehrung geschaftsfuhrung kundendienst kundenservice lager lohnbuchhaltung personalabteilung
    personalwesen poststelle presse rechnung rechnungen rechnungswesen sekretariat verkauf vertrieb verwaltung zentrale
    accueil achats candidatures commandes commercial compta comptabilite contacter facturation factures paie recrutement
    secretariat siege standard ventes
    administracion almacen atencion compras contabilidad contacto empleo facturacion facturas nominas oficina pedidos
    recepcion recursoshumanos secretaria soporte ventas
    acquisti amministrazione assistenza commerciale contabilita fatturazione fatture magazzino ordini paghe
    risorseumane segreteria ufficio vendite
    administratie boekhouding facturatie inkoop klantenservice magazijn personeelszaken receptie salarisadministratie
    verkoop`.split(/\s+/),
);
/** Words that say it together only. */
const ROLE_PHRASES =
  /(?<!\p{L})(?:accounts? (?:payable|receivable)|all (?:staff|hands|users|employees)|(?:board|meeting|conference) ?room|human ?resources|ressources ?humaines|recursos ?humanos|risorse ?umane|la direction|no responder|ne pas repondre|nicht antworten|non rispondere|niet beantwoorden)(?!\p{L})/u;

/** Whether an address, or the name beside it, is of a role and no person. */
export function isRole(address: string, name = ''): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  if (ROLES.has(local) || /^no[._-]?(?:reply|address)$/.test(local)) return true;
  return !isOwnName(local, name) && (hasRole(local) || hasRole(name));
}

/** `anna.lager@`, `Anna Lager`: a family name may be a word of a role, and a person left out is never notified. */
function isOwnName(local: string, name: string): boolean {
  const words = toWords(local);
  const shown = toWords(name);
  return words.length > 1 && shown.length > 1 && words.every((word) => shown.includes(word)) && words.some(isGivenName);
}

function hasRole(text: string): boolean {
  const words = toWords(text);
  return words.some((word) => ROLE_WORDS.has(word)) || ROLE_PHRASES.test(words.join(' '));
}

function toWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
