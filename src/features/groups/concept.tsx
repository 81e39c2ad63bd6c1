// What a group is: a drawing, and what follows from it. Many are unsure what it implies, so it is said before anything is asked.
import type { FC } from 'hono/jsx'
import { Disclosure } from '../../platform/html/pieces.tsx'

export const Concept: FC<{ open?: boolean }> = ({ open = false }) => (
  <Disclosure summary="Un groupe, qu’est-ce que c’est ?" open={open}>
    <Drawing />
    <ul class="concept-points">
      <li>
        <strong>Une cuisine et les restaurants qu’elle livre, avec les mêmes produits.</strong> Le groupe n’est pas un lieu : on y
        range les achats qu’ils partagent.
      </li>
      <li>
        <strong>Les achats se saisissent et se déclarent une seule fois</strong>, pour tout le groupe. Ils sont ensuite répartis
        entre les restaurants selon leurs repas : chacun a ses propres chiffres, et son affiche.
      </li>
      <li>
        <strong>Plusieurs contrats, avec des produits différents ?</strong> Créez un groupe par contrat.
      </li>
      <li>
        <strong>La cuisine sert aussi sur place ?</strong> Créez le groupe et, pour sa salle, un restaurant satellite.
      </li>
      <li>
        <strong>Un restaurant n’est que dans un groupe à la fois.</strong> S’il change de cuisine en cours d’année, indiquez la
        date : la répartition suit. Un groupe peut aussi ne réunir qu’une partie des restaurants livrés.
      </li>
    </ul>
  </Disclosure>
)

const RESTAURANTS = ['École', 'Crèche', 'Résidence']
const ALTERNATIVE =
  'Une cuisine livre les mêmes produits à trois restaurants satellites. Ses achats sont déclarés une fois, puis répartis selon les repas de chacun.'

const Drawing: FC = () => (
  <svg class="concept" viewBox="0 0 320 132" role="img" aria-label={ALTERNATIVE}>
    <rect class="concept__kitchen" x="1" y="41" width="118" height="50" rx="6" />
    <text x="60" y="62">
      Cuisine
    </text>
    <text class="concept__small" x="60" y="79">
      les achats, une fois
    </text>
    {RESTAURANTS.map((name, index) => (
      <>
        <path class="concept__arrow" d={`M121 66 H150 V${22 + 44 * index} H186 m-6 -5 l7 5 l-7 5`} />
        <rect class="concept__place" x="190" y={5 + 44 * index} width="129" height="34" rx="6" />
        <text x="254" y={19 + 44 * index}>
          {name}
        </text>
        <text class="concept__small" x="254" y={33 + 44 * index}>
          selon ses repas
        </text>
      </>
    ))}
  </svg>
)
