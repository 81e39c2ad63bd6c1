// The texts that the product cites, as the law's own table has them: in force, repealed, explained, and those that are not law yet.
import type { FC } from 'hono/jsx'
import { type LegalText, legalTexts, pendingTexts, type TextKind } from '../../law/texts.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Breadcrumb, Notice } from '../../platform/html/pieces.tsx'
import { LibraryTabs } from './tabs.tsx'

type Group = { id: string; title: string; lead?: string; texts: readonly LegalText[] }

const groups: readonly { id: string; title: string; kinds: readonly TextKind[]; lead?: string }[] = [
  { id: 'lois', title: 'Lois et ordonnances', kinds: ['loi', 'ordonnance'] },
  { id: 'codes', title: 'Codes', kinds: ['code'] },
  { id: 'decrets', title: 'Décrets', kinds: ['decret'] },
  { id: 'arretes', title: 'Arrêtés', kinds: ['arrete'] },
  {
    id: 'circulaires',
    title: 'Circulaires',
    kinds: ['circulaire'],
    lead: 'Elles disent aux services de l’État comment appliquer les règles.',
  },
  {
    id: 'doctrine',
    title: 'Guides et avis officiels',
    kinds: ['guide'],
    lead: 'Ils expliquent et conseillent : ce ne sont pas des règles.',
  },
]

const over = ({ until }: LegalText, today: IsoDate) => until !== undefined && until < today

function groupsOn(today: IsoDate): Group[] {
  const inForce = legalTexts.filter((text) => !over(text, today))
  const found: Group[] = groups.map(({ kinds, ...group }) => ({
    ...group,
    texts: inForce.filter(({ kind }) => kinds.includes(kind)),
  }))
  const repealed = legalTexts.filter((text) => over(text, today))
  return [
    ...found,
    {
      id: 'abroges',
      title: 'Textes abrogés',
      lead: 'Ils ne s’appliquent plus ; ils aident à lire d’anciens documents.',
      texts: repealed,
    },
    {
      id: 'projets',
      title: 'En projet, pas en vigueur',
      lead: 'Rien de ceci n’est la loi aujourd’hui : aucun de nos calculs n’en tient compte.',
      texts: pendingTexts,
    },
  ].filter(({ texts }) => texts.length > 0)
}

export const Texts: FC<{ today: IsoDate }> = ({ today }) => {
  const shown = groupsOn(today)
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[{ href: '/ressources', label: 'Ressources' }]} here="Textes de loi" />
      <h1>Textes de loi</h1>
      <p class="fr-text--lead">Les textes sur lesquels reposent nos réponses, avec ce qu’ils disent en une phrase.</p>
      <LibraryTabs here="/ressources/textes" />
      <Notice title="Que veut dire « à vérifier » ?">
        <p>
          Le numéro, la date ou la portée du texte n’ont pas encore été relus dans le texte officiel. En cas de doute, la version
          en vigueur sur <a href="https://www.legifrance.gouv.fr/">Légifrance</a> fait foi.
        </p>
      </Notice>
      <nav class="fr-mb-4w" aria-label="Sur cette page">
        <ul>
          {shown.map(({ id, title, texts }) => (
            <li>
              <a href={`#${id}`}>{title}</a> ({texts.length})
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ id, title, lead, texts }) => (
        <section>
          <h2 id={id}>{title}</h2>
          {lead ? <p>{lead}</p> : null}
          {id === 'codes' ? <Codes texts={texts} /> : <TextList texts={texts} />}
        </section>
      ))}
    </div>
  )
}

/** Articles under the name of their code, which their titles then need not repeat. */
const Codes: FC<{ texts: readonly LegalText[] }> = ({ texts }) => {
  const codes = new Map<string, LegalText[]>()
  for (const text of texts) {
    const [code = '', ...rest] = text.title.split(', ')
    const article = rest.join(', ')
    const articles = codes.get(code) ?? []
    codes.set(code, [...articles, { ...text, title: article.charAt(0).toUpperCase() + article.slice(1) }])
  }
  return [...codes].map(([code, articles]) => (
    <>
      <h3 class="fr-h5">{apostrophes(code)}</h3>
      <TextList texts={articles} />
    </>
  ))
}

const TextList: FC<{ texts: readonly LegalText[] }> = ({ texts }) => (
  <ul class="plain-list legal-texts fr-mb-4w">
    {texts.map((text) => (
      <Text text={text} />
    ))}
  </ul>
)

const Text: FC<{ text: LegalText }> = ({ text: { id, title, about, url, toVerify, until } }) => (
  <li id={id}>
    <strong>
      {url ? (
        <a href={url} rel="external noopener">
          {apostrophes(title)}
        </a>
      ) : (
        apostrophes(title)
      )}
    </strong>
    {toVerify ? <span class="to-verify"> (à vérifier)</span> : null}
    <br />
    {apostrophes(about)}
    {until ? ` Appliqué jusqu’au ${frenchDay(until)}.` : null}
  </li>
)

/** The law's tables are typed as on a keyboard; pages are set as in a book. */
const apostrophes = (text: string) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
