// The frame of every page of one canteen: where it stands, which canteen, and its other pages. Team and groups put theirs in it.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { Breadcrumb, Notice } from '../../platform/html/pieces.tsx'
import { Tabs } from '../../platform/html/tabs.tsx'
import type { Canteen } from './canteen.sql.ts'
import { kindWords, placeWords } from './words.ts'

export type CanteenTab = 'fiche' | 'achats' | 'equipe' | 'groupe' | 'journal'

export const MY_CANTEENS: Link = { href: '/mes-cantines', label: 'Mes cantines' }

type Props = {
  canteen: Canteen
  /** The tab that this page is, or is a part of. */
  tab: CanteenTab
  /** The title of the page, and its only `h1`; without it the page is the tab itself. */
  title?: string
  children?: unknown
}

export const CanteenFrame: FC<Props> = ({ canteen, tab, title, children }) => {
  const tabs = tabsOf(canteen)
  const here = tabs.find(({ href }) => href === addressOf(canteen, tab)) ?? tabs[0]!
  const isCard = tab === 'fiche' && title === undefined
  const heading = title ?? (isCard ? canteen.name : here.label)
  const above = isCard ? [] : [{ href: addressOf(canteen, 'fiche'), label: canteen.name }]
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[MY_CANTEENS, ...above, ...(title === undefined || tab === 'fiche' ? [] : [here])]} here={heading} />
      {isCard ? null : <p class="canteen-name">{canteen.name}</p>}
      <h1>{heading}</h1>
      {isCard ? <p class="fr-text--lead">{[kindWords(canteen), placeWords(canteen)].filter(Boolean).join(' · ')}</p> : null}
      <Tabs label={`Pages de ${canteen.name}`} links={tabs} here={here.href} isPart={title !== undefined} />
      {canteen.archivedAt ? (
        <Notice title={`Archivée le ${frenchDay(dayInParis(canteen.archivedAt))}`}>
          <p>Rien n’est perdu : on peut la consulter, et ses administratrices et administrateurs peuvent la restaurer.</p>
        </Notice>
      ) : null}
      {children}
    </div>
  )
}

const addressOf = ({ id }: Canteen, tab: CanteenTab) => (tab === 'fiche' ? `/cantines/${id}` : `/cantines/${id}/${tab}`)

/** A place that cooks on the spot and belongs to no group has nothing to say about groups. */
function tabsOf(canteen: Canteen): Link[] {
  const { productionType } = canteen
  const link = (tab: CanteenTab, label: string): Link => ({ href: addressOf(canteen, tab), label })
  return [
    link('fiche', 'Fiche'),
    link('achats', 'Achats'),
    link('equipe', 'Équipe'),
    ...(productionType === 'groupe' ? [link('groupe', 'Satellites')] : []),
    ...(productionType === 'site_cooked_elsewhere' ? [link('groupe', 'Groupe')] : []),
    link('journal', 'Journal'),
  ]
}
