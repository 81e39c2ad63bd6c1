// The frame of the pages that a supplier's link opens: which canteen, which year, and what is shown to whom.
import type { FC } from 'hono/jsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { Canteen } from '../canteens/canteens.ts'
import type { Statement } from './statement.ts'

/** All that a supplier is told of a canteen. */
export type Asker = Pick<Canteen, 'name' | 'commune'>
export type Opened = {
  readonly asker: Asker
  readonly statement: Statement
  readonly address: string
  /** The list that it was opened from; null: a link of its own. */
  readonly listAddress: string | null
}

export const whereWords = ({ name, commune }: Asker) => (commune === null ? name : `${name}, à ${commune}`)

export const SupplierFrame: FC<{ title: string; opened: Opened; lead: string; children?: unknown }> = ({
  title,
  opened: { asker, statement, listAddress },
  lead,
  children,
}) => (
  <div class="fr-container fr-py-4w">
    {listAddress === null ? null : (
      <p>
        <a href={listAddress}>Toutes les cantines de votre liste</a>
      </p>
    )}
    <p class="canteen-name">{`${whereWords(asker)} · relevé de ${statement.year} · ${statement.supplier}`}</p>
    <h1>{title}</h1>
    <p class="fr-text--lead">{lead}</p>
    {children}
    <Disclosure summary="Qui voit quoi, et pourquoi ?">
      <ul>
        <li>
          {`Vous voyez le nom et la commune de la cantine, l’année, et vos propres lignes. Rien d’autre de la cantine n’est sur cette page.`}
        </li>
        <li>
          L’équipe de la cantine voit ce que vous envoyez, votre nom et votre fonction. Elle accepte, corrige ou refuse chaque
          ligne.
        </li>
        <li>
          {`Ce relevé ne sert qu’à la déclaration annuelle de cette cantine, que demande la loi EGalim. Il n’est pas publié. Votre nom, votre fonction et votre adresse ne servent à rien d’autre : `}
          <a href="/donnees-personnelles">données personnelles</a>.
        </li>
        <li>Ce lien est personnel : quiconque l’a peut remplir ce relevé. Ne le transmettez qu’à qui doit le faire.</li>
      </ul>
    </Disclosure>
  </div>
)
