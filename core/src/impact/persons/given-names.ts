// Given names that are common in the languages of the detectors, and their short forms: written by hand for this file,
// from general knowledge. A name that is not here is read in tables and behind labels all the same.

const LIST = `aaron abigail adam adrian agnes ahmed aisha alan albert alejandro alessandro alexander alexandra alexandre ali
alice alicia amanda amelia amelie amy ana anders andre andrea andreas andrew angela angelika anja anke ann anna anne
annette anthony antoine anton antonio antonia arthur astrid audrey aurelie ava axel barbara beate beatrice beatriz
ben benedikt benjamin bernard bernd bernhard bettina birgit bjorn boris brandon brenda brian bridget brigitte bruno
bryan camille carla carlos carmen carol carolin caroline carsten catherine cecile celine charles charlotte chloe chris
christa christian christiane christina christine christoph christophe christopher claire clara claudia claudio clemens
cole concepcion connor corinna craig cristina cynthia daniel daniela danielle david deborah delphine denis denise dennis
diana diane diego dieter dirk dmitri dominik dominique donald donna dorothea doris douglas dylan eberhard eduardo edward
eileen elena elisabeth elise elizabeth ella ellen elsa emil emilia emilie emily emma enrique eric erica erik ernst
esther ethan eugene eva evelyn fabian fatima felix fernando finn florian frances francesca francesco francis francisca
francisco franck francois francoise frank franz frederic frederick friederike friedrich gabriel gabriela gabriele
gary gemma george georg gerald gerard gerhard gertrud gianni gilles giovanni giulia gisela gloria gordon grace graham
gregory greta guido guillaume gunther gustav hannah hanna hannes hans harald harold harriet harry hassan heather hector
heidi heike heiko heinrich heinz helen helena helene helga helmut henri henry herbert hermann hilde holger horst howard
hugo ian ida ignacio ina ines ingrid irene iris isaac isabel isabella isabelle ivan jack jacob jacqueline jacques jaime
jakob james jan jana jane janet jasmine jason javier jean jeffrey jennifer jens jeremy jesus jessica jill joachim joan
joanna joel johan johann johanna johannes john jonas jonathan jordan jorg jorge jose josef joseph joshua josefina joyce
juan juana judith julia julian juliana julie julien juliette julio jurgen justin jutta karen karin karl karsten katarina
katharina katherine kathleen kathrin katja katrin keith kelly kenneth kerstin kevin khaled kim kirsten klara klaus konrad
kristin kurt kyle lars laura laurence laurent lauren lea leah leila lena leo leon leonard leonie lewis liam lili lina
linda lionel lisa lotte louis louise luc luca lucas lucia lucie lucy ludwig luigi luis luisa lukas luke lydia madeleine
magdalena malte manfred manon manuel manuela marc marcel marco marcus margaret margarete margarita marguerite maria marianne
marie mario marion mark markus marlene marta martha martin martina martine mary mateo mathilde mathieu matteo matthew
matthias maurice max maximilian megan melanie melissa mercedes michael michaela michel michele miguel mikael mila miriam
mohamed mohammed monica monika monique moritz nadia nadine nancy natalia natalie nathalie nathan nele nicholas nick nicola
nicolas nicole niels nigel nikolaus nils nina noah nora norbert norman oliver olivia olivier omar oscar oskar otto pablo
pamela paola pascal patricia patrick patrik paul paula pauline pedro peggy peter petra philip philipp philippe phillip
pierre pilar priya rachel rafael rainer ralf ralph ramon raphael raquel raul raymond rebecca regina reinhard remi renate
rene ricardo richard rita robert roberta roberto rodrigo roger roland rolf roman ronald rosa rosalie rose roy rudolf
russell ruth ryan sabine sabrina salvador sam samantha samuel sandra santiago sara sarah scott sean sebastian sergio
sharon sheila shirley silke silvia simon simone sofia sophia sophie soren stefan stefanie stephan stephane stephanie
stephen steven stuart susan susanne suzanne sven sylvia sylvie tanja tatjana teresa theo theodor theresa theresia thierry
thomas thorsten tim timothy tina tobias todd tom torsten tracy ulrich ulrike ursula ute uwe valentin valerie vanessa vera
verena veronica veronika veronique victor victoria vincent virginia viktor viktoria volker walter wayne wendy werner
wilhelm william winfried wolfgang xavier yann yannick yasmin yolanda yusuf yves yvonne zoe`;

const SHORT = `bob robert, rob robert, bobby robert, bill william, will william, billy william, willy wilhelm, mike michael,
mick michael, liz elizabeth, beth elizabeth, betty elizabeth, lisbeth elisabeth, tom thomas, tommy thomas, andy andrew,
drew andrew, jim james, jimmy james, jamie james, joe joseph, joey joseph, dave david, dan daniel, danny daniel, steve
stephen, ted edward, ed edward, eddie edward, dick richard, rick richard, rich richard, ken kenneth, greg gregory, jeff
jeffrey, tony anthony, ben benjamin, matt matthew, nick nicholas, peggy margaret, meg margaret, maggie margaret, kate
katherine, kathy katherine, cathy catherine, sue susan, susie susan, barb barbara, debbie deborah, deb deborah, jenny
jennifer, jen jennifer, becky rebecca, cindy cynthia, pam pamela, ron ronald, don donald, ray raymond, larry lawrence, jerry
gerald, charlie charles, chuck charles, fred frederick, sepp josef, pepe jose, paco francisco, hansi hans, uli ulrich,
wolf wolfgang, gabi gabriele, susi susanne, moni monika, phil philip, tim timothy, doug douglas, vicky victoria, abby
abigail`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(LIST.split(/\s+/));

/** One long form a short one: `Chris`, `Pat` and `Alex` have several and are not here. */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  SHORT.split(',').map((pair): [string, string] => {
    const [short = '', long = ''] = pair.trim().split(/\s+/);
    return [short, long];
  }),
);
