// One request for several canteens, for whoever made it: where each statement stands, and the link of the list.
import type { FC } from 'hono/jsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { type Canteen, MY_CANTEENS } from '../canteens/canteens.ts'
import type { JointRequest } from './joint.sql.ts'
import { JOINT_TITLE } from './joint-ask.page.tsx'
import { JOINT } from './joint-ask.ts'
import { LinkSection, type LinkShown } from './link-section.tsx'
import type { Statement } from './statement.ts'
import { amountWords, stateWords } from './words.ts'

export type JointProps = {
  joint: JointRequest
  items: readonly { readonly canteen: Canteen; readonly statement: Statement }[]
  link: LinkShown
  /** May this person still write on all of these canteens? Else the link is not theirs to hold, only to replace. */
  isWhole: boolean
  now: Date
  notice: unknown
}

export const JointPage: FC<JointProps> = ({ joint, items, link, isWhole, now, notice }) => {
  const sent = items.filter(({ statement }) => statement.state !== 'asked').length
  const address = `${JOINT}/${joint.id}`
  const title = `Relevés ${joint.year} : ${joint.supplier}`
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[MY_CANTEENS, { href: JOINT, label: JOINT_TITLE }]} here={title} />
      <h1>{title}</h1>
      {notice}
      <p class="fr-text--lead">{`${sent} relevé${sent > 1 ? 's' : ''} reçu${sent > 1 ? 's' : ''} sur ${items.length}`}</p>
      <div class="fr-table fr-table--no-caption">
        <table class="stacked purchase-book">
          <caption>Cantines de cette demande</caption>
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
            {items.map(({ canteen, statement }) => (
              <tr>
                <th scope="row">
                  <a href={`/cantines/${canteen.id}/releves/${statement.id}`}>{canteen.name}</a>
                </th>
                <td data-label="État">{stateWords(statement, now)}</td>
                <td class="amount" data-label="Montant hors taxe">
                  {amountWords(statement.given)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isWhole ? (
        <LinkSection link={link} of={joint} address={address} opens="la liste de ces cantines" isDone={false} />
      ) : (
        <section aria-labelledby="lien" class="fr-mt-4w">
          <h2 id="lien">Le lien</h2>
          {items.length === 0 ? (
            <p>Vous ne pouvez plus saisir pour aucune cantine de cette demande : leurs équipes gardent la main sur le lien.</p>
          ) : (
            <>
              <p>
                Cette demande compte aussi des cantines pour lesquelles vous ne pouvez plus saisir. Un nouveau lien ouvrira celles
                qui restent les vôtres, et fermera l’ancien.
              </p>
              <form method="post" action={`${address}/nouveau-lien`}>
                <button class="fr-btn fr-btn--tertiary" type="submit">
                  Faire un nouveau lien
                </button>
              </form>
            </>
          )}
        </section>
      )}
    </div>
  )
}
