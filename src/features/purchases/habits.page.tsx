// What the team's corrections taught, supplier by supplier, each with the way to forget it.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { Learned } from '../recognition/recognition.ts'
import { familyWords, labelWords, originWords } from './words.ts'

type Props = {
  canteen: Canteen
  learned: readonly Learned[]
  /** As many as are shown: there may be more. */
  most: number
  /** Names of the members of the team. */
  names: ReadonlyMap<string, string>
  mayWrite: boolean
  notice: unknown
}

export const HabitsPage: FC<Props> = (props) => {
  const { canteen, learned, most, notice } = props
  const suppliers = [...new Set(learned.map(({ supplier }) => supplier))]
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Corrections retenues">
      {notice}
      <p class="fr-text--lead">
        {learned.length === 0
          ? 'Rien pour l’instant.'
          : 'Quand un de ces fournisseurs écrit à nouveau ces mots, nous proposons ce que vous aviez corrigé.'}
      </p>
      <p>
        Corrigez la famille, un label ou l’origine d’une ligne de facture ou d’un achat : nous nous en souviendrons pour ce
        fournisseur, quels que soient le poids et l’emballage. Vous confirmez toujours. Vos corrections restent dans votre équipe
        ; elles valent aussi dans les autres cantines où la personne qui a corrigé saisit des achats.
      </p>
      {learned.length >= most ? <p>{`Les ${most} corrections les plus récentes sont montrées.`}</p> : null}
      {suppliers.map((supplier) => (
        <section>
          <h2 class="fr-h4">{supplier ?? 'Sans fournisseur'}</h2>
          <Lessons {...props} supplier={supplier} learned={learned.filter((one) => one.supplier === supplier)} />
        </section>
      ))}
      <p class="no-print">
        <a href={`/cantines/${canteen.id}/achats`}>Tous les achats</a>
      </p>
    </CanteenFrame>
  )
}

const Lessons: FC<Props & { supplier: string | null }> = ({ canteen, learned, names, mayWrite, supplier }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>{`Corrections retenues : ${supplier ?? 'sans fournisseur'}`}</caption>
      <thead>
        <tr>
          <th scope="col">Quand la facture dit</th>
          <th scope="col">Nous proposons</th>
          <th scope="col">D’après</th>
          {mayWrite ? <th scope="col">Agir</th> : null}
        </tr>
      </thead>
      <tbody>
        {learned.map((lesson) => (
          <tr>
            <th scope="row">{lesson.example}</th>
            <td data-label="Nous proposons">{lessonWords(lesson)}</td>
            <td data-label="D’après">{originOf(lesson, names)}</td>
            {mayWrite ? (
              <td>
                <form method="post" action={`/cantines/${canteen.id}/achats/habitudes/oublier`}>
                  <button class="fr-btn fr-btn--sm fr-btn--tertiary" type="submit" name="correction" value={lesson.id}>
                    Oublier
                    <span class="fr-sr-only">{` « ${lesson.example} »`}</span>
                  </button>
                </form>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Only what was corrected: the rest is read in the wording each time. */
export function lessonWords({ noFood, family, labelsAdded, labelsRemoved, origin }: Learned): string {
  if (noFood) return 'Ligne écartée : pas un aliment'
  const parts = [
    family === null ? '' : familyWords(family),
    ...labelsAdded.map(labelWords),
    ...labelsRemoved.map((code) => `${labelWords(code)} retiré`),
    origin === null ? '' : origin === 'none' ? 'origine inconnue' : originWords(origin),
  ].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' · ') : 'Ligne gardée : c’est un aliment'
}

function originOf({ learnedBy, learnedAt, times, here }: Learned, names: ReadonlyMap<string, string>): string {
  const who = names.get(learnedBy ?? '') ?? 'une personne qui n’est plus dans l’équipe'
  const often = times > 1 ? `, ${times} fois` : ''
  return `${who}, le ${frenchDay(dayInParis(learnedAt))}${often}${here ? '' : ', dans une autre de ses cantines'}`
}
