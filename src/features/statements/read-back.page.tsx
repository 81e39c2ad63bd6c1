// What a supplier is about to attest: the lines read back, their totals, what looks odd, and who signs.
import type { FC } from 'hono/jsx'
import type { Question } from '../../law/consistency.ts'
import { families } from '../../law/families.ts'
import { formatEuros } from '../../law/money.ts'
import { countingOf } from '../../law/purchase.ts'
import { CheckboxField, ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { familyWords } from '../purchases/purchases.ts'
import { Questions } from './questions.tsx'
import { type Content, sealOf, sumOf } from './statement.ts'
import { type Opened, SupplierFrame } from './supplier-frame.tsx'
import { lineWords } from './words.ts'

export const ATTEST = { name: 'nom', job: 'fonction', agreed: 'certifie', seen: 'vu' } as const
export const LONGEST_NAME = 150

type Props = {
  opened: Opened
  content: Content
  questions: readonly Question[]
  values: FormValues
  errors: readonly FieldError[]
}

export const ReadBackPage: FC<Props> = (props) => {
  const { opened, content, questions, errors } = props
  return (
    <SupplierFrame
      opened={opened}
      title="Relire et envoyer"
      lead={`Votre relevé : ${formatEuros(sumOf(content.lines))} hors taxe en ${opened.statement.year}.`}
    >
      <ErrorSummary errors={errors} />
      <Questions title="À vérifier avant d’envoyer" questions={questions}>
        <p>
          Si c’est bien cela, envoyez. Sinon, <a href={opened.address}>corrigez vos lignes</a>.
        </p>
      </Questions>
      <h2>Vos lignes</h2>
      <LinesTable content={content} />
      <h2>Par famille</h2>
      <Families {...props} />
      <p>
        <a href={opened.address}>Corriger mes lignes</a>
      </p>
      <Attest {...props} />
    </SupplierFrame>
  )
}

export const LinesTable: FC<{ content: Pick<Content, 'lines'>; outcomes?: readonly string[] }> = ({ content, outcomes }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Lignes de votre relevé</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          {outcomes ? <th scope="col">Réponse</th> : null}
          <th scope="col" class="amount">
            Montant hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {content.lines.map((line, index) => (
          <tr>
            <th scope="row">
              {`${index + 1}. ${line.wording || lineWords(line)}`}
              {line.wording ? <span class="purchase-book__about">{lineWords(line)}</span> : null}
            </th>
            {outcomes ? <td data-label="Réponse">{outcomes[index]}</td> : null}
            <td class="amount" data-label="Montant hors taxe">
              {formatEuros(line.cents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Families: FC<Props> = ({ opened: { statement }, content: { lines } }) => {
  const counts = (keep: (group: string | null) => boolean) => (family: string) =>
    sumOf(
      lines.filter((line) => {
        const { label } = countingOf(line, statement.year)
        return line.family === family && keep(label?.group ?? null)
      }),
    )
  const columns = [
    { name: 'Total', cents: counts(() => true) },
    { name: 'Dont durable et de qualité', cents: counts((group) => group !== null) },
    { name: 'Dont bio', cents: counts((group) => group === 'bio') },
  ]
  const used = families.filter(({ id }) => lines.some(({ family }) => family === id))
  return (
    <div class="fr-table fr-table--no-caption">
      <table class="stacked purchase-book">
        <caption>Totaux par famille, en euros hors taxe</caption>
        <thead>
          <tr>
            <th scope="col">Famille</th>
            {columns.map(({ name }) => (
              <th scope="col" class="amount">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map(({ id }) => (
            <tr>
              <th scope="row">{familyWords(id)}</th>
              {columns.map(({ name, cents }) => (
                <td class="amount" data-label={name}>
                  {formatEuros(cents(id))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Attest: FC<Props> = ({ opened: { address, asker, statement }, content, values, errors }) => {
  const of = (name: string) => ({ name, error: errorOf(errors, name) })
  return (
    <section aria-labelledby="envoyer">
      <h2 id="envoyer">Envoyer à la cantine</h2>
      <div class="fr-grid-row">
        <div class="fr-col-12 fr-col-md-8">
          <form method="post" action={`${address}/envoyer`} novalidate id={ATTEST.seen}>
            <input type="hidden" name={ATTEST.seen} value={sealOf(content)} />
            <TextField
              {...of(ATTEST.name)}
              value={values.get(ATTEST.name)}
              label="Votre nom"
              autocomplete="name"
              maxlength={LONGEST_NAME}
            />
            <TextField
              {...of(ATTEST.job)}
              value={values.get(ATTEST.job)}
              label="Votre fonction"
              hint="Comptable, responsable qualité, gérante…"
              autocomplete="organization-title"
              maxlength={LONGEST_NAME}
            />
            <CheckboxField
              {...of(ATTEST.agreed)}
              label="Attestation"
              values={values.all(ATTEST.agreed)}
              choices={[
                {
                  value: 'oui',
                  label: `Je certifie que ce relevé dit ce que ${statement.supplier} a livré à ${asker.name} en ${statement.year}, et que les labels sont justifiés par des certificats.`,
                },
              ]}
            />
            <div class="actions">
              <button class="fr-btn" type="submit">
                {`Envoyer à ${asker.name}`}
              </button>
            </div>
          </form>
        </div>
      </div>
    </section>
  )
}
