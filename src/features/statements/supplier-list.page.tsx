// The canteens that ask one supplier for its statements together: what is left to fill first.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { JointRequest } from './joint.sql.ts'
import type { Statement } from './statement.ts'
import { type Asker, whereWords } from './supplier-frame.tsx'
import { amountWords, shortDay } from './words.ts'

type Item = { readonly asker: Asker; readonly statement: Statement; readonly address: string }

export const SupplierListPage: FC<{ joint: JointRequest; items: readonly Item[] }> = ({ joint, items }) => {
  const left = items.filter(({ statement }) => statement.state === 'asked')
  const sent = items.filter(({ statement }) => statement.state !== 'asked')
  return (
    <div class="fr-container fr-py-4w">
      <p class="canteen-name">{`${canteensWords(items.length)} · relevés de ${joint.year} · ${joint.supplier}`}</p>
      <h1>{`Vos relevés de ${joint.year}`}</h1>
      <p class="fr-text--lead">{leadWords(joint, items.length, left.length)}</p>
      {joint.word === '' ? null : (
        <Notice title="L’équipe vous écrit">
          <p>{`« ${joint.word} »`}</p>
        </Notice>
      )}
      {left.length === 0 ? null : <Items id="a-remplir" title="À remplir" items={left} />}
      {sent.length === 0 ? null : <Items id="envoyes" title="Envoyés" items={sent} />}
      <Disclosure summary="Qui voit quoi ?">
        <ul>
          <li>
            Vous voyez le nom et la commune de ces cantines, l’année, et vos propres lignes. Rien d’autre d’elles n’est ici.
          </li>
          <li>Chaque cantine ne voit que le relevé qui la concerne. Elle accepte, corrige ou refuse chaque ligne.</li>
          <li>Ce lien est personnel : quiconque l’a peut remplir ces relevés. Ne le transmettez qu’à qui doit le faire.</li>
        </ul>
      </Disclosure>
    </div>
  )
}

const Items: FC<{ id: string; title: string; items: readonly Item[] }> = ({ id, title, items }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{`${title} (${items.length})`}</h2>
    <div class="fr-table fr-table--no-caption">
      <table class="stacked purchase-book">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Cantine</th>
            <th scope="col">État</th>
            <th scope="col" class="amount">
              Montant hors taxe
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ asker, statement, address }) => (
            <tr>
              <th scope="row">
                <a href={address}>{whereWords(asker)}</a>
              </th>
              <td data-label="État">{standingWords(statement)}</td>
              <td class="amount" data-label="Montant hors taxe">
                {amountWords(statement.draft ?? statement.given)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const canteensWords = (count: number) => `${count} cantine${count > 1 ? 's' : ''}`

function leadWords({ year, expiresAt }: JointRequest, count: number, left: number): string {
  if (left === 0) return 'Tout est envoyé. Merci !'
  const asked = `Une courte page par cantine : ce que vous lui avez livré en ${year}, avec les labels.`
  const progress = left === count ? '' : ` Plus que ${canteensWords(left)} sur ${count}.`
  return `${asked}${progress} Le lien sert jusqu’au ${frenchDay(dayInParis(expiresAt))}.`
}

/** Where a statement stands, for whoever fills it. */
function standingWords({ state, draft, sentAt }: Statement): string {
  if (state === 'decided') return 'La cantine a répondu'
  if (draft !== null) return state === 'asked' ? 'Commencé : à relire et envoyer' : 'Corrigé : à relire et envoyer à nouveau'
  return state === 'asked' ? 'À remplir' : `Envoyé le ${shortDay(dayInParis(sentAt!))}`
}
