// Changing several canteens at once: what to change, then what will change, then doing it.
import type { FC } from 'hono/jsx'
import { economicModels, managementTypes } from '../../law/canteen.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { Article } from '../../platform/html/article.tsx'
import { ErrorSummary, errorOf, RadioField, SelectField, TextField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { ARCHIVE, BATCH_FIELDS, type Plan } from './batch.ts'
import type { Canteen } from './canteen.sql.ts'
import { MY_CANTEENS } from './frame.tsx'
import { countWords, ministryChoices } from './words.ts'

type Carried = readonly (readonly [string, string])[]

const Hidden: FC<{ carried: Carried }> = ({ carried }) => (
  <>
    {carried.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

type AskProps = { count: number; carried: Carried; values: FormValues; errors: readonly FieldError[] }

export const BatchPage: FC<AskProps> = ({ count, carried, values, errors }) => {
  const field = (name: string, label: string) => ({ name, label, value: values.get(name), error: errorOf(errors, name) })
  const details: Readonly<Record<(typeof BATCH_FIELDS)[number]['value'], unknown>> = {
    gestion: <SelectField {...field('gestion', 'Mode de gestion')} choices={idChoices(managementTypes)} />,
    modele: <SelectField {...field('modele', 'Modèle économique')} choices={idChoices(economicModels)} />,
    secteurs: <SelectField {...field('secteurs', 'Secteur')} groups={sectorGroups} />,
    tutelle: <SelectField {...field('tutelle', 'Administration de tutelle')} choices={ministryChoices} />,
    cuisine: (
      <TextField {...field('cuisine', 'SIRET, ou rien pour l’effacer')} required={false} inputmode="numeric" maxlength={30} />
    ),
  }
  return (
    <Article
      title={`Changer ${countWords(count)}`}
      lead="Rien n’est écrit avant que vous ayez vu ce qui changera."
      trail={[MY_CANTEENS]}
    >
      <ErrorSummary errors={errors} />
      <form method="get" action="/mes-cantines/modifier" novalidate>
        <Hidden carried={carried} />
        <input type="hidden" name="etape" value="voir" />
        <RadioField
          name="champ"
          label="Que voulez-vous changer ?"
          value={values.get('champ')}
          error={errorOf(errors, 'champ')}
          choices={[
            ...BATCH_FIELDS.map(({ value, label }) => ({ value, label, detail: details[value] })),
            { value: ARCHIVE, label: 'Les archiver', hint: 'Rien n’est effacé : elles quittent la liste, et se restaurent.' },
          ]}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Voir ce qui changera
          </button>
          <a class="fr-link" href={MY_CANTEENS.href}>
            Ne rien changer
          </a>
        </p>
      </form>
    </Article>
  )
}

const idChoices = (list: readonly { readonly id: string; readonly label: string }[]) =>
  list.map(({ id, label }) => ({ value: id, label }))

const MOST_SHOWN = 30

type PlanProps = { plan: Plan; carried: Carried; back: string; isArchive: boolean }

export const BatchPlanPage: FC<PlanProps> = ({ plan: { changing, same, refused }, carried, back, isArchive }) => (
  <Article title="Ce qui va changer" trail={[MY_CANTEENS]}>
    {changing.length === 0 ? (
      <Notice title="Rien ne changera">
        <p>Aucune de ces cantines ne peut ou ne doit changer ainsi.</p>
      </Notice>
    ) : (
      <>
        <p class="fr-text--lead">{`${countWords(changing.length)} ${isArchive ? 'archivée' : 'changée'}${changing.length > 1 ? 's' : ''} :`}</p>
        <Names canteens={changing} />
      </>
    )}
    {same.length > 0 ? <p>{`${countWords(same.length)} déjà ainsi : rien n’y change.`}</p> : null}
    {refused.length > 0 ? (
      <>
        <h2>{`${countWords(refused.length)} ${refused.length > 1 ? 'restent telles quelles' : 'reste telle quelle'}`}</h2>
        <ul>
          {refused.slice(0, MOST_SHOWN).map(({ canteen, why }) => (
            <li>{`${canteen.name} : ${why}`}</li>
          ))}
        </ul>
        <More count={refused.length} />
      </>
    ) : null}
    <form method="post" action="/mes-cantines/modifier">
      <Hidden carried={carried} />
      <p class="actions">
        {changing.length > 0 ? (
          <button class="fr-btn" type="submit">
            {`${isArchive ? 'Archiver' : 'Changer'} ${countWords(changing.length)}`}
          </button>
        ) : null}
        <a class="fr-link" href={back}>
          Revenir au choix
        </a>
      </p>
    </form>
  </Article>
)

const Names: FC<{ canteens: readonly Canteen[] }> = ({ canteens }) => (
  <>
    <ul>
      {canteens.slice(0, MOST_SHOWN).map(({ id, name }) => (
        <li>
          <a href={`/cantines/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
    <More count={canteens.length} />
  </>
)

const More: FC<{ count: number }> = ({ count }) =>
  count > MOST_SHOWN ? <p>{`et ${countWords(count - MOST_SHOWN)} de plus.`}</p> : null

/** On the list, once it is done. */
export const BatchNotice: FC<{ batchId: number; count: number; isArchive: boolean }> = ({ batchId, count, isArchive }) => (
  <Notice title={`${countWords(count)} ${isArchive ? 'archivée' : 'changée'}${count > 1 ? 's' : ''}`} kind="success">
    <form method="post" action={`/mes-cantines/lots/${batchId}/annuler`}>
      <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
        Annuler
      </button>
    </form>
  </Notice>
)

export const UndoneNotice: FC<{ undone: number; kept: number }> = ({ undone, kept }) => (
  <Notice title={`${countWords(undone)} comme avant`} kind="success">
    {kept > 0 ? <p>{`${countWords(kept)} a changé depuis et garde ce que quelqu’un y a mis.`}</p> : null}
  </Notice>
)
