// The way in: what the test gives, how long it takes, who sees the answers, and how to come back to one.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Breadcrumb, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { demoStories } from './demo.data.ts'

type Props = { errors?: readonly FieldError[]; typed?: string; erased?: boolean; withExamples: boolean }

export const EntryPage: FC<Props> = ({ errors = [], typed = '', erased = false, withExamples }) => (
  <div class="fr-container fr-py-4w">
    <Breadcrumb here="Faire le point" />
    <ErrorSummary errors={errors} />
    {erased ? (
      <Notice kind="success" title="Vos réponses sont effacées">
        <p>Il n’en reste rien chez nous. Le fichier que vous avez peut-être téléchargé reste à vous.</p>
      </Notice>
    ) : null}
    <h1>Faire le point sur votre cantine</h1>
    <p class="fr-text--lead">Dix minutes pour savoir où vous en êtes avec la loi EGalim, et par quoi continuer.</p>
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-12 fr-col-md-7">
        <h2 class="fr-h4">Ce que vous obtenez</h2>
        <ul>
          <li>où vous en êtes sur chaque mesure, avec la règle qui vaut pour votre cantine et sa date ;</li>
          <li>ce qu’il reste à faire, en euros et en centimes par repas quand vos achats sont connus ;</li>
          <li>vos trois prochains pas, du plus simple au plus ambitieux.</li>
        </ul>
        <h2 class="fr-h4 fr-mt-3w">Ce que l’on vous demande</h2>
        <ul>
          <li>qui vous nourrissez, combien, et où : le reste s’adapte ;</li>
          <li>un ordre de grandeur de vos achats, si vous l’avez ;</li>
          <li>ce que vous faites déjà. « Je ne sais pas » est une bonne réponse : elle devient une chose à vérifier.</li>
        </ul>
        <form method="post" action="/faire-le-point" class="actions">
          <button class="fr-btn fr-btn--lg" type="submit">
            Commencer
          </button>
        </form>
      </div>
      <div class="fr-col-12 fr-col-md-5">
        <div class="tone-soft">
          <h2 class="fr-h5">Qui voit vos réponses ?</h2>
          <p>
            Personne d’autre que vous. Pas de compte, pas de nom, pas de cookie. Les réponses sont gardées sous un code tiré au
            hasard, treize mois après votre dernière réponse, et vous pouvez les effacer à tout moment.
          </p>
          <p>Ce n’est pas un contrôle : rien n’est transmis, ni publié.</p>
        </div>
        {withExamples ? (
          <>
            <h2 class="fr-h5 fr-mt-3w">Voir un exemple</h2>
            <ul>
              {demoStories.map(({ code, title }) => (
                <li>
                  <a href={`/faire-le-point/${code}/resultat`}>{title}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
    <h2 class="fr-h4 fr-mt-4w">Reprendre un test commencé</h2>
    <div class="fr-grid-row fr-grid-row--gutters">
      <form class="fr-col-12 fr-col-md-6" method="post" action="/faire-le-point/retrouver">
        <TextField
          name="adresse"
          label="Avec son adresse ou son code"
          hint="Celle que vous avez copiée ou mise dans vos favoris."
          value={typed}
          error={errorOf(errors, 'adresse')}
          maxlength={300}
        />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Reprendre
        </button>
      </form>
      <form class="fr-col-12 fr-col-md-6" method="post" action="/faire-le-point/reprendre" enctype="multipart/form-data">
        <div class={`fr-upload-group${errorOf(errors, 'fichier') ? ' fr-upload-group--error' : ''} fr-mb-3w`}>
          <label class="fr-label" for="fichier">
            Avec un fichier
            <span class="fr-hint-text">Celui que vous avez téléchargé à la fin d’un test (« .json », 64 ko au plus).</span>
          </label>
          <input
            class="fr-upload"
            type="file"
            id="fichier"
            name="fichier"
            accept=".json,application/json"
            aria-describedby={errorOf(errors, 'fichier') ? 'fichier-erreur' : undefined}
          />
          {errorOf(errors, 'fichier') ? (
            <p id="fichier-erreur" class="fr-error-text">
              {errorOf(errors, 'fichier')}
            </p>
          ) : null}
        </div>
        <button class="fr-btn fr-btn--secondary" type="submit">
          Reprendre avec ce fichier
        </button>
      </form>
    </div>
  </div>
)

/** No draft under this code: said kindly, with the ways on. */
export const GonePage: FC = () => (
  <div class="fr-container fr-py-6w">
    <h1>Ce test n’est plus là</h1>
    <p class="fr-text--lead">Ses réponses ont été effacées, ou l’adresse n’a pas été recopiée en entier.</p>
    <p>
      Nous gardons les réponses treize mois après la dernière réponse, puis nous les effaçons. Si vous avez téléchargé votre
      fichier, tout se retrouve.
    </p>
    <form method="post" action="/faire-le-point" class="actions">
      <button class="fr-btn" type="submit">
        Recommencer
      </button>
      <a href="/faire-le-point">Reprendre avec un fichier ou une autre adresse</a>
    </form>
  </div>
)

/** Too many new tests at once. */
export const BusyPage: FC = () => (
  <div class="fr-container fr-py-6w">
    <h1>Beaucoup de monde fait le point en ce moment</h1>
    <p class="fr-text--lead">Attendez une minute, puis réessayez : les tests déjà commencés, eux, continuent.</p>
    <p>
      <a href="/faire-le-point">Revenir au début</a>
    </p>
  </div>
)

/** Before erasing: what it does, and the file that undoes it. */
export const ErasePage: FC<{ code: string }> = ({ code }) => (
  <div class="fr-container fr-py-4w">
    <Breadcrumb
      trail={[
        { href: '/faire-le-point', label: 'Faire le point' },
        { href: `/faire-le-point/${code}/resultat`, label: 'Résultat' },
      ]}
      here="Effacer mes réponses"
    />
    <h1>Effacer mes réponses</h1>
    <p class="fr-text--lead">Elles disparaîtront de chez nous tout de suite, et cette adresse ne mènera plus à rien.</p>
    <p>
      Pour pouvoir revenir en arrière, <a href={`/faire-le-point/${code}/reponses.json`}>téléchargez d’abord votre fichier</a> :
      il suffira de le redéposer.
    </p>
    <form method="post" action={`/faire-le-point/${code}/effacer`} class="actions">
      <button class="fr-btn" type="submit">
        Effacer maintenant
      </button>
      <a href={`/faire-le-point/${code}/resultat`}>Garder mes réponses</a>
    </form>
  </div>
)
