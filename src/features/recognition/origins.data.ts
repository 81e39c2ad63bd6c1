// How invoices name the countries that foods come from. Adjectives are left out: « crème anglaise », « salade grecque » say no origin.
import type { Origin } from '../../law/purchase.ts'

/** `ELSEWHERE`: neither France nor Europe, so that « UE / non UE » is not read as Europe. */
export const placeWords: readonly { readonly origin: Origin | 'ELSEWHERE'; readonly words: string }[] = [
  {
    origin: 'FRANCE',
    words:
      'lpf, fr, fra, viande de france, guadeloupe, martinique, guyane, mayotte, la reunion, antilles, antilles francaises, corse origine',
  },
  {
    // The European Union and, with it, the European Economic Area.
    origin: 'EUROPE',
    words:
      'ue, cee origine, union europeenne, europe, origine europe, origine ue, agriculture ue, p bas, allemagne, allem, alld, autriche, belgique, belg, bulgarie, chypre, croatie, danemark, danem, dk, espagne, espag, esp, estonie, finlande, grece, hongrie, irlande, irl, italie, ital, ita, it, lettonie, lituanie, luxembourg, malte, pays bas, hollande, holl, nl, neerlande, pologne, polog, pol, portugal, portug, roumanie, slovaquie, slovenie, suede, republique tcheque, rep tcheque, tchequie, norvege, norv, islande, isl, canaries, acores, iles canaries',
  },
  {
    origin: 'ELSEWHERE',
    words:
      'non ue, hors ue, hors union europeenne, royaume uni, uk, grande bretagne, angleterre, ecosse, pays de galles, maroc, tunisie, algerie, egypte, turquie, israel, ukraine, russie, serbie, bresil, argentine, chili, perou, equateur, colombie, costa rica, mexique, usa, etats unis, canada origine, nouvelle zelande, nz, australie, chine, inde, vietnam, thailande, indonesie, afrique du sud, kenya, senegal, ghana, cote d ivoire, madagascar, rep dom, republique dominicaine, namibie',
  },
]

/** Only right after « origine »: elsewhere these two letters say something else. */
export const codesAfterOrigin: Readonly<Record<string, Origin>> = {
  es: 'EUROPE',
  de: 'EUROPE',
  all: 'EUROPE',
  be: 'EUROPE',
  bel: 'EUROPE',
  pt: 'EUROPE',
  port: 'EUROPE',
  pl: 'EUROPE',
  ie: 'EUROPE',
  gr: 'EUROPE',
  at: 'EUROPE',
  hu: 'EUROPE',
  ro: 'EUROPE',
  bg: 'EUROPE',
  se: 'EUROPE',
  fi: 'EUROPE',
  no: 'EUROPE',
  cz: 'EUROPE',
  hr: 'EUROPE',
  lt: 'EUROPE',
}

/** Recipes and names that hold the word of a country and say no origin. */
export const saysNoOrigin =
  'tradition francaise, a la francaise, baguette francaise, pain francais, facon francaise, recette francaise, raisin italia, pomme canada, sauce hollandaise'
