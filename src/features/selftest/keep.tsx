// How to keep the result: on paper, by its address, in a file; and how to erase it.
import type { FC } from 'hono/jsx'

type Props = { code: string; here: string; address: string; isExample: boolean }

export const Keep: FC<Props> = ({ code, here, address, isExample }) => (
  <section class="no-print" aria-labelledby="garder">
    <h2 id="garder">Garder ce résultat</h2>
    <p>
      Cette adresse rouvre vos réponses : qui l’a peut les lire et les changer. <code>{address}</code>
    </p>
    {isExample ? null : (
      <p>
        <a href={`/cantines/nouvelle?test=${code}`}>Garder ces réponses dans un compte</a> : elles rempliront la fiche de votre
        cantine, puis son premier bilan.
      </p>
    )}
    <div class="actions">
      <button class="fr-btn" type="button" hidden data-print>
        Imprimer
      </button>
      <button class="fr-btn fr-btn--secondary" type="button" hidden data-copy={address}>
        Copier l’adresse
      </button>
      <a class="fr-btn fr-btn--secondary" href={`${here}/reponses.json`} download>
        Télécharger mes réponses
      </a>
      {isExample ? null : <a href={`${here}/effacer`}>Effacer mes réponses</a>}
    </div>
  </section>
)
