// The page that explains the API. The answers it shows are computed when the page is made; its tables come from the schemas.
import type { FC } from 'hono/jsx'
import { camelCase, detailedAmounts, simpleAmounts } from '../../law/amount-names.ts'
import { families } from '../../law/families.ts'
import { type LabelId, labels, sides } from '../../law/labels.ts'
import { FIRST_DATA_YEAR, LAST_DATA_YEAR } from '../../law/timeline.ts'
import { Breadcrumb, Disclosure } from '../../platform/html/pieces.tsx'
import type { ApiPart } from './api-part.ts'
import { errorCodes } from './errors.ts'
import { evaluateRequest } from './evaluation.ts'
import { exampleRequests, wrongRequest } from './examples.data.ts'
import { fieldRows } from './field-rows.ts'
import { type JsonSchema, LARGEST_BODY_KB } from './openapi.ts'

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

const Code: FC<{ children?: unknown }> = ({ children }) => <pre class="code-block">{children}</pre>

/** A list of names with what goes there: two columns where there is room, one on a phone. */
const Fields: FC<{ schema: JsonSchema | undefined; only?: (name: string) => boolean }> = ({ schema = {}, only = () => true }) => (
  <dl class="field-list">
    {fieldRows(schema)
      .filter(({ name }) => only(name))
      .map(({ name, about }) => (
        <>
          <dt>{name}</dt>
          <dd>{about}</dd>
        </>
      ))}
  </dl>
)

const isSimple = (name: string) => simpleAmounts.some(({ camel }) => camel === name)
const pascal = ({ id }: { id: string }) => camelCase(`_${id}`)
const isNeeded = (label: LabelId) => detailedAmounts.some(({ needed, cell }) => needed && cell?.label === label)
const impossibleCells = detailedAmounts.filter(({ applicable }) => !applicable).map(({ camel }) => camel)

const Grid: FC = () => (
  <>
    <p>
      La saisie détaillée remplace le reste dès qu’une de ses cases est remplie. Le nom d’une case est « valeur », une famille, un
      label : par exemple <code>{detailedAmounts.find(({ cell }) => cell)!.camel}</code>. Avec elle, trois totaux : valeurTotale,
      valeurViandesVolailles et valeurProduitsDeLaMer.
    </p>
    <p>
      Une case de label que vous n’envoyez pas veut dire : rien d’acheté sous ce label dans cette famille. Si vous ne le savez
      pas, envoyez null : la somme restera inconnue. Seules exceptions, facultatives et comptées zéro même avec null :{' '}
      {labels
        .filter(({ id }) => !isNeeded(id))
        .map(pascal)
        .join(', ')}
      . Les cases qui ne sont pas des labels ({sides.map(pascal).join(', ')}) sont facultatives aussi et n’entrent dans aucune
      part.
    </p>
    <p>
      <strong>Familles :</strong> {families.map(pascal).join(', ')}.
    </p>
    <p>
      <strong>Labels :</strong> {[...labels, ...sides].map(pascal).join(', ')}.
    </p>
    <p>
      <strong>Cases sans objet</strong> (zéro ou null seulement) : {impossibleCells.join(', ')}.
    </p>
  </>
)

const Request: FC<{ url: string; path: string; body: unknown }> = ({ url, path, body }) => (
  <Code>{`curl ${url}${path} \\
  -H 'Content-Type: application/json' \\
  -d '${pretty(body)}'`}</Code>
)

type Schemas = Readonly<Record<string, JsonSchema>>

/** What another feature answers: the same few things are told of each. */
const Other: FC<{ url: string; part: ApiPart; schemas: Schemas }> = ({ url, part, schemas }) => {
  const [example] = Object.values(part.examples)
  const answered = schemas[part.answer]?.type === 'array' ? (schemas[part.answer]?.items as JsonSchema) : schemas[part.answer]
  const named = schemas[String(answered?.$ref).split('/').at(-1) ?? ''] ?? answered
  return (
    <>
      <h2>{part.tag}</h2>
      <p>{part.description}</p>
      <Request url={url} path={part.path} body={example?.request} />
      <Disclosure summary={`${part.tag} : la réponse, calculée à l’instant`}>
        <Code>{pretty(example?.answer)}</Code>
      </Disclosure>
      <Disclosure summary={`${part.tag} : champ par champ`}>
        <p>Ce que vous envoyez :</p>
        <Fields schema={schemas[part.request]} />
        <p>{part.answered}</p>
        <Fields schema={named} />
        <p>{`${part.largestKb} ko par requête au plus. Les erreurs ont la même forme que plus haut.`}</p>
      </Disclosure>
    </>
  )
}

/** `url`: the address of the site as the visitor sees it. */
export const ApiPage: FC<{ url: string; others: readonly ApiPart[]; schemas: Schemas }> = ({ url, others, schemas }) => {
  const { summary, request } = exampleRequests.ecole
  const { dataYear, targets, shares, gaps, ...rest } = evaluateRequest(request).answer!
  const { organicPercent, qualityPercent, meatFishPercent } = shares
  const excerpt = { dataYear, targets, shares: { organicPercent, qualityPercent, meatFishPercent }, gaps }
  return (
    <div class="fr-container fr-pb-6w api-page">
      <Breadcrumb here="API" />
      <h1>L’évaluation d’une cantine, pour vos logiciels</h1>
      <p class="fr-text--lead">
        Envoyez ce que vous savez d’un restaurant collectif et de ses achats : vous recevez ses objectifs EGalim de l’année, ses
        parts, ce qu’il manque en euros, l’état des cinq mesures et chaque obligation avec son texte.
      </p>
      <p>
        C’est le même calcul que celui du site. Sans compte ni clé, depuis un serveur ou un navigateur, pour tous les logiciels de
        cuisine, de gestion ou de suivi. Rien de ce que vous envoyez n’est gardé.
      </p>

      <h2>Essayez</h2>
      <p>{summary} :</p>
      <Request url={url} path="/api/v1/evaluation" body={request} />
      <p>Le début de la réponse, calculé à l’instant :</p>
      <Code>{pretty(excerpt)}</Code>
      <Disclosure summary="La réponse entière">
        <Code>{pretty({ dataYear, targets, shares, gaps, ...rest })}</Code>
      </Disclosure>

      <h2>Ce que vous envoyez</h2>
      <p>
        {`Une requête POST en JSON. Seule l’année des achats, dataYear, est obligatoire : de ${FIRST_DATA_YEAR} à ${LAST_DATA_YEAR}. `}
        Ce que vous ne savez pas encore se tait ou vaut null : c’est « pas encore connu », jamais zéro. Un nom inconnu est une
        erreur, pour qu’une faute de frappe ne passe pas inaperçue. La description complète, avec d’autres exemples, est au format
        OpenAPI 3.1 : <a href="/api/openapi.json">openapi.json</a>.
      </p>
      <Disclosure summary="canteen : le restaurant">
        <Fields schema={schemas.Cantine} />
      </Disclosure>
      <Disclosure summary="procurement : les achats, saisie simplifiée">
        <p>{String(schemas.Montant!.description)}</p>
        <Fields schema={schemas.Achats} only={isSimple} />
      </Disclosure>
      <Disclosure summary="procurement : les achats, saisie détaillée">
        <Grid />
      </Disclosure>
      <Disclosure summary="practices : gaspillage, protéines, plastique, information">
        <Fields schema={schemas.Pratiques} />
      </Disclosure>

      <h2>Ce que vous recevez</h2>
      <p>
        Les parts sont des textes à deux décimales, pour l’affichage ; les objectifs, eux, sont comparés aux montants exacts. De
        nouveaux champs peuvent s’ajouter : ignorez ceux que vous ne connaissez pas.
      </p>
      <Disclosure summary="La réponse, champ par champ">
        <Fields schema={schemas.Verdict} />
      </Disclosure>

      <h2>Quand quelque chose ne va pas</h2>
      <p>
        Une requête impossible (une partie plus grande que son tout, un code inconnu, un nom mal écrit…) reçoit le statut 422 et
        une entrée par champ à corriger, toutes à la fois : où (JSON Pointer), un code, et quoi faire. Jamais de verdict à côté.
        Même forme pour un contenu qui n’est pas du JSON (400), qui n’est pas annoncé comme tel (415) ou trop lourd (413).
      </p>
      <Disclosure summary="Un exemple d’erreurs">
        <Code>{pretty(wrongRequest.request)}</Code>
        <p>reçoit :</p>
        <Code>{pretty({ errors: evaluateRequest(wrongRequest.request).errors })}</Code>
        <p>{`Tous les codes : ${errorCodes.join(', ')}.`}</p>
      </Disclosure>

      {others.map((part) => (
        <Other url={url} part={part} schemas={schemas} />
      ))}

      <h2>Conditions</h2>
      <ul>
        <li>{`${LARGEST_BODY_KB} ko par requête au plus ; un restaurant et une année par requête.`}</li>
        <li>Les réponses sont à vous : vous pouvez les montrer et les garder. Le logiciel est libre, sous licence MIT.</li>
        <li>Les textes marqués « à vérifier » n’ont pas encore été relus par un juriste.</li>
        <li>
          Cette évaluation ne remplace pas la télédéclaration annuelle. Une question, une erreur ?{' '}
          <a href="/contact">Écrivez-nous</a>.
        </li>
      </ul>
    </div>
  )
}
