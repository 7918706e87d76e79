// The words that made mail is made of. Names are invented and every domain ends in a reserved name.

export const english =
  'the of and to in for on with we will our you have this that please agreement cargo berth tide invoice schedule vessel crew meeting draft contract price delivery order terminal harbour quarter report forecast margin budget review attached signed copy request approval supplier inspection engine repair chart anchor pilot deck hull tonnage freight customs permit policy renewal deadline tomorrow Monday Thursday morning numbers question answer regards thanks soon again later before after between under above during'.split(
    ' ',
  );
export const german =
  'der die das und mit für über schöne Grüße Vertrag Lieferung Schiff Hafen Prüfung Rechnung nächste Woche können müssen möchten Größe Maßnahme Anhang bitte danke Termin Angebot gemäß Verfügung Änderung fällig Übersicht zurück während größer wäre hätte könnte'.split(
    ' ',
  );
export const french =
  'le la les et avec pour où déjà être même très après réunion contrat livraison pièce jointe échéance façon reçu équipe matériel côté forêt hôtel où ça garçon leçon naïf œuvre cœur été marché prévu société réponse merci cordialement semaine prochaine'.split(
    ' ',
  );
export const russian =
  'договор поставка судно порт проверка счёт неделя можем должны размер приложение пожалуйста спасибо срок предложение согласно изменение обзор назад время больше письмо встреча груз причал отчёт бюджет заказ вопрос ответ'.split(
    ' ',
  );
export const japanese =
  '契約 納品 船舶 港湾 検査 請求書 来週 会議 資料 添付 確認 お願い致します ありがとうございます 期限 提案 変更 概要 貨物 予算 注文 質問 回答 報告 承認'.split(
    ' ',
  );

const firstNames =
  'Ada Boris Carla Dmitri Elena Farid Greta Hamid Ines Jonas Kaya Lars Mira Nadia Oskar Petra Quentin Rosa Stefan Tara Ulrich Vera Walter Xenia Yusuf Zora'.split(
    ' ',
  );
const lastNames =
  'Abel Brandt Castor Dunmore Ekström Falk Grünwald Hallam Ivarsson Jarvis Kessler Lindqvist Marlowe Nørgaard Okafor Pascal Quill Rademaker Sørensen Thorne Ueda Vance Whitlock Yarrow Zeller'.split(
    ' ',
  );
const trades =
  'marine freight pilotage ropes charts salvage cargo brokers towage bunkers cranes docks survey lines'.split(' ');
const places = 'north south east west old new upper lower grey blue red silver iron amber'.split(' ');

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** The breached organization's domain. */
export const OWN_DOMAIN = 'brightwater.example';

/** Everybody who writes or is written to: colleagues first, then some thousands of people outside. */
export function listPeople(): { readonly colleagues: readonly Person[]; readonly outsiders: readonly Person[] } {
  const colleagues = firstNames.flatMap((first, at) =>
    lastNames
      .slice(0, 5)
      .map((_, by) => toPerson(first, lastNames[(at + by * 3) % lastNames.length] ?? 'Abel', OWN_DOMAIN)),
  );
  const domains = places.flatMap((place) => trades.map((trade) => `${place}-${trade}.example`));
  const outsiders = domains.flatMap((domain, at) =>
    Array.from({ length: 1 + ((at * 7) % 40) }, (_, by) =>
      toPerson(
        firstNames[(at + by) % firstNames.length] ?? 'Ada',
        lastNames[(at * 3 + by) % lastNames.length] ?? 'Abel',
        by % 5 === 4 ? `mail.${domain}` : domain,
      ),
    ),
  );
  return { colleagues, outsiders };
}

function toPerson(first: string, last: string, domain: string): Person {
  const local = `${first}.${last}`.toLowerCase().replace(/ö/g, 'o').replace(/ü/g, 'u').replace(/ø/g, 'o');
  return { name: `${first} ${last}`, address: `${local}@${domain}` };
}
