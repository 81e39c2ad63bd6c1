// « Est-ce que ça compte ? »: the question and its answer, every claim, one claim.
import { findClaim, judgeClaim } from '../../law/claims.ts'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { Catalogue } from './catalogue.page.tsx'
import { Check } from './check.page.tsx'
import { ClaimPage } from './claim.page.tsx'
import { CATALOGUE_PATH, CHECK_PATH, claimHeadline, judgeWording } from './claims.ts'
import { proposedYears, readQuestion, readYear } from './question.ts'

export const claimsLinks: Link[] = [
  { href: CHECK_PATH, label: 'Est-ce que ça compte ?', description: 'Un label ou une mention : compte, ou pas, et pourquoi.' },
  { href: CATALOGUE_PATH, label: 'Toutes les mentions', description: 'Chaque label et mention, avec sa réponse.' },
]

export function claimsRoutes(platform: Platform) {
  const app = router()

  app.get(CHECK_PATH, (c) => {
    const asked = readQuestion(readQuery(c), platform.now())
    const { wording, dataYear, family, errors } = asked
    const verdict = asked.asked && errors.length === 0 ? judgeWording(wording, { dataYear, family }) : null
    if (errors.length > 0) c.status(422)
    return c.render(<Check asked={asked} years={proposedYears(dataYear, platform.now())} verdict={verdict} />, {
      title: verdict ? `« ${wording} » : ${verdict.headline}` : 'Est-ce que ça compte ?',
      description:
        'Bio, Label Rouge, HVE, fermier, local… Vérifiez si un produit compte dans vos parts EGalim, et quelle preuve garder.',
      ...(asked.asked && { robots: 'noindex' as const }),
    })
  })

  app.get(CATALOGUE_PATH, (c) => {
    const dataYear = readYear(readQuery(c), platform.now())
    return c.render(<Catalogue dataYear={dataYear} years={proposedYears(dataYear, platform.now())} />, {
      title: `Toutes les mentions, achats de ${dataYear}`,
      description: 'La liste des labels, signes et mentions, avec la réponse de la loi EGalim pour chacun.',
    })
  })

  app.get(`${CHECK_PATH}/:id`, (c) => {
    const claim = findClaim(c.req.param('id'))
    if (!claim) return c.notFound()
    const dataYear = readYear(readQuery(c), platform.now())
    const verdict = judgeClaim(claim.id, { dataYear })
    return c.render(<ClaimPage claim={claim} verdict={verdict} dataYear={dataYear} />, {
      title: `${claim.name} : ${claimHeadline(verdict)}`,
      description: verdict.why,
    })
  })

  return app
}
