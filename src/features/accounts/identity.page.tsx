import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { ACCOUNT, Column, Form } from './frame.tsx'

export const IdentityPage: FC<{ since: Date }> = ({ since }) => (
  <Column title="Identité ProConnect" trail={[ACCOUNT]}>
    <p class="fr-text--lead">Depuis le {frenchDay(dayInParis(since))}, votre identité ProConnect ouvre ce compte.</p>
    <p>
      Vous changez d’employeur ? Détachez-la : le compte reste à vous, et un lien reçu par courriel suffit pour y entrer. Si
      l’adresse de votre compte est celle de cet employeur, <a href="/mon-compte/adresse">changez-en d’abord</a>.
    </p>
    <Form action="/mon-compte/proconnect" button="Détacher cette identité" secondary />
  </Column>
)
