// The columns of a format, one by one: made from the format itself, like the template and the check.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { type Column, columnsOf } from '../../platform/tables/columns.ts'
import { quoted } from '../../platform/tables/wording.client.ts'
import type { AnyImportKind } from './kind.ts'
import { HOME, kindAddress, schemaAddress } from './words.ts'

export const columnAnchor = (position: number) => `colonne-${position + 1}`

export const ColumnsPage: FC<{ kind: AnyImportKind }> = ({ kind }) => {
  const columns = columnsOf(kind.format).map(([, column]) => column)
  const needed = columns.filter(({ required }) => required).length
  return (
    <Article
      title={`${kind.format.title} : les colonnes`}
      lead={`${columns.length} colonnes, dont ${needed} à remplir sur chaque ligne. Leur ordre ne compte pas.`}
      trail={[HOME, { href: kindAddress(kind), label: kind.format.title }]}
    >
      <p>
        <a href={`${kindAddress(kind)}/modele.xlsx`}>Modèle à remplir (.xlsx)</a>
        {' · '}
        <a href={schemaAddress(kind)}>Schéma pour les logiciels</a>
      </p>
      {columns.map((column, position) => (
        <Explained column={column} id={columnAnchor(position)} />
      ))}
    </Article>
  )
}

const Explained: FC<{ column: Column<unknown>; id: string }> = ({ column, id }) => {
  const choices = column.choices.some((choice) => column.help.includes(choice)) ? [] : column.choices
  return (
    <section id={id}>
      <h2 class="fr-h5 fr-mb-1v">{column.header}</h2>
      <p class="fr-mb-1v">
        <strong>
          {column.required
            ? 'Obligatoire'
            : column.present
              ? 'Obligatoire, mais ses cellules peuvent rester vides'
              : 'Facultative'}
        </strong>
        {column.unique ? ', chaque valeur une seule fois' : ''}. {column.help}
      </p>
      <p class="fr-mb-1v">
        Exemple : <code>{column.example}</code>
      </p>
      {choices.length > 0 ? <p class="fr-mb-1v">Choix possibles : {quoted(choices)}.</p> : null}
      {column.otherHeaders.length > 0 ? (
        <p class="fr-mb-1v fr-text--sm">Titres aussi reconnus : {quoted(column.otherHeaders)}.</p>
      ) : null}
    </section>
  )
}
