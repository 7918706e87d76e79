import type { Hints } from './finding.ts';

/** Beliefs, unions, parties, origin, sexual life, biometric and genetic data (Art. 9(1) GDPR), said of somebody. */
export const specialCondition =
  /(?<!\p{L})(?:(?:trade |labor |labour )?union (?:member(?:ship)?|rep(?:resentative)?|dues|card)|(?:member of|joined) (?:the |a |our )?(?:\p{L}{1,14} ){0,2}(?:union|party|unison)|shop steward|gewerkschaftsmitglied(?:er|schaft)?|(?:mitglied|mitgliedschaft) (?:bei |in |von )?(?:der |einer |unserer )?(?:ver\.?di|ig metall|gewerkschaft|\p{L}{0,10}partei)|parteimitglied(?:schaft)?|kirchenaustritt|aus der (?:\p{L}{4,12} )?kirche ausgetreten|(?:adhérente?|membre) (?:de |du |d['’])?(?:un |au |notre |votre )?(?:syndicat|parti)|déléguée? syndicale?|afiliad[oa] (?:al?|de|del) (?:la |un |nuestro |nuestra )?(?:sindicato|partido)|(?:iscritt[oa] al|lid van (?:de |een )?)(?: )?(?:sindacato|partito|vakbond|partij)|(?:i['’]m|he['’]s|she['’]s|they['’]re|am|is|are|was|as|being|born|raised|practi[sc]ing|devout|bapti[sz]ed|converted to|came out as|identif(?:y|ies) as) (?:(?:a|an|also|openly|very|now|of|practi[sc]ing|devout|trans|greek|russian|coptic) ){0,3}(?:muslims?|islam|jewish|jews?|catholics?|protestants?|christians?|hindus?|sikhs?|buddhists?|atheists?|jehovah['’]s witness(?:es)?|mormons?|orthodox|gay|lesbian|bisexual|homosexual|transgender|transsexual|non-binary|kurdish|yazidis?|roma|romani|sinti|uy?ghurs?)(?! (?:school|church|college|high|university|hospital|life|holiday|community|charity|books?|fund))|(?:ist|bin|sind|war) (?:\p{L}{1,12} ){0,2}(?:muslim(?:a|in|isch)?|jüdisch|jude|jüdin|katholisch|evangelisch|schwul|lesbisch|bisexuell|trans)|(?:est|suis|sont) (?:\p{L}{1,12} ){0,2}(?:musulmane?s?|juifs?|juive|catholiques?|protestante?s?|bouddhiste|homosexuel(?:le)?|gay)|(?:es|soy|son) (?:\p{L}{1,12} ){0,2}(?:musulm[aá]n[ao]?|judí[oa]|católic[oa]s?|homosexual|gay|lesbiana)|(?:católic[oa]s?|catholiques?) practi[cq]\p{L}{2,5}|fled (?:for|because of) (?:their|his|her) (?:religion|faith|beliefs?|politics)|gender reassignment|(?:is|am|was) transitioning|sexual orientation|ethnic (?:origin|background)|(?:his|her|my|your) (?:fingerprints?|religion|faith|sexuality|ethnicity)(?! ?:)|fingerprint (?:template|scan)|fingerabdr[uü]ck\p{L}{0,2}|empreintes digitales|huellas? (?:dactilar(?:es)?|digitales?)|biometri(?:c|sche)\p{L}{0,2} (?:data|template|daten|profile|scan)|genetic test|gentest|brca[12]?)(?!\p{L})/giu;

export const specialHints: Hints = {
  words: [
    ...['union', 'trade u', 'labor u', 'labour u', 'member of', 'joined', 'shop stew', 'gewerkschaft', 'mitglied'],
    ...['parteimit', 'kirchenaus', 'aus der', 'adhérent', 'membre', 'délégué', 'afiliad', 'iscritt', 'lid van'],
    ...[
      'muslim',
      'islam',
      'jewish',
      'jew',
      'catholic',
      'protestant',
      'christian',
      'hindu',
      'sikh',
      'buddhist',
      'atheist',
    ],
    ...['jehovah', 'mormon', 'orthodox', 'gay', 'lesbi', 'bisexu', 'homosex', 'trans', 'non-bin', 'kurdish', 'yazidi'],
    ...['roma', 'sinti', 'uyghur', 'uighur', 'jüd', 'jude', 'katholisch', 'evangelisch', 'schwul', 'musulm', 'jui'],
    ...['cathol', 'católic', 'bouddh', 'judí', 'fled ', 'gender r', 'sexual', 'ethnic', 'religion', 'faith'],
    ...['fingerpr', 'fingerabdr', 'empreinte', 'huella', 'biometr', 'genetic', 'gentest', 'brca'],
  ],
};
