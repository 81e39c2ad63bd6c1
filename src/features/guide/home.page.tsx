// The first page: a promise, three doors, for whom, three figures, the next dates, the five measures.
import type { FC } from 'hono/jsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { whenOf } from './calendar.page.tsx'
import type { Calendar } from './calendar.ts'
import { audiences, type Door, doors } from './doors.data.ts'
import { nationalFigures, ofTheMoney, report } from './figures.data.ts'
import { measurePages } from './guide.ts'
import { Tray } from './illustration.tsx'

/** Advice waits on the calendar page: here, what the law and the campaigns ask of everyone. */
const nextDates = ({ coming, later }: Calendar) => [...coming, ...later].filter(({ kind }) => kind !== 'advice').slice(0, 3)

export const Home: FC<{ calendar: Calendar }> = ({ calendar }) => (
  <>
    <div class="welcome">
      <div class="fr-container">
        <div class="fr-grid-row fr-grid-row--gutters fr-grid-row--middle">
          <div class="fr-col-12 fr-col-md-7">
            <h1>En dix minutes, voyez où en est votre cantine et par où continuer.</h1>
            <p class="fr-text--lead">
              Vous servez déjà des repas chaque jour. Nous vous aidons à y voir clair dans la loi EGalim : gratuitement, sans
              compte, sans jugement.
            </p>
            <p class="fr-mb-0">
              <a class="fr-btn fr-btn--lg" href="/faire-le-point">
                Faire le point
              </a>
            </p>
          </div>
          <div class="fr-col-12 fr-col-md-5">
            <Tray />
          </div>
        </div>
      </div>
    </div>
    <div class="fr-container fr-py-6w">
      <h2>Par où commencer ?</h2>
      <ul class="fr-grid-row fr-grid-row--gutters grid-list fr-mb-4w">
        {doors.map((door) => (
          <li class="fr-col-12 fr-col-md-4">
            <DoorTile {...door} />
          </li>
        ))}
      </ul>

      <h2>Pour vous</h2>
      <ul class="fr-grid-row fr-grid-row--gutters grid-list fr-mb-2w">
        {audiences.map(({ href, label, description }) => (
          <li class="fr-col-12 fr-col-sm-6 fr-col-md-3">
            <p class="fr-mb-1w">
              <a href={href}>{label}</a>
            </p>
            <p class="fr-text--sm">{description}</p>
          </li>
        ))}
      </ul>

      <div class="fr-grid-row fr-grid-row--gutters">
        <section class="fr-col-12 fr-col-md-8">
          <h2>Les cantines avancent</h2>
          <NationalFigures />
        </section>
        <section class="fr-col-12 fr-col-md-4">
          <h2>Prochaines dates</h2>
          <ul class="plain-list dates">
            {nextDates(calendar).map((deadline) => (
              <li>
                <strong>{whenOf(deadline)}</strong> {deadline.title}
              </li>
            ))}
          </ul>
          <p>
            <a class="fr-link" href="/calendrier">
              Mon calendrier
            </a>
          </p>
        </section>
      </div>

      <h2 class="fr-mt-4w">Les cinq mesures de la loi</h2>
      <ol class="measure-list">
        {measurePages.map(({ path, label, promise }) => (
          <li>
            <a href={path}>{label}</a>
            <br />
            {promise}
          </li>
        ))}
      </ol>
    </div>
  </>
)

const DoorTile: FC<Door> = ({ href, label, description }) => (
  <div class="fr-tile fr-enlarge-link">
    <div class="fr-tile__body">
      <div class="fr-tile__content">
        <h3 class="fr-tile__title">
          <a href={href}>{label}</a>
        </h3>
        <p class="fr-tile__desc">{description}</p>
      </div>
    </div>
  </div>
)

const NationalFigures: FC = () => (
  <>
    <ul class="plain-list figures">
      {nationalFigures.map(({ value, what, sample }) => (
        <li>
          <strong class="figures__value">{value}</strong> {what}
          <span class="figures__sample">
            Achats de {report.purchasesOf}, {sample}.
          </span>
        </li>
      ))}
    </ul>
    <Disclosure summary="D’où viennent ces chiffres ?">
      <p>
        Du <a href={report.url}>{report.title}</a>. Ils reposent sur ce que les cantines ont elles-mêmes déclaré :{' '}
        {ofTheMoney.declarations} déclarations gardées après contrôle, où chaque restaurant livré par une cuisine centrale compte
        pour un.
      </p>
      <p>
        Ce sont des parts du nombre de cantines. En argent, tous lieux additionnés, {ofTheMoney.organic} des achats sont bio (
        {ofTheMoney.sample}), les lieux qui achètent le plus y pesant davantage. Une réponse manquante n’est pas un zéro, elle
        sort de l’échantillon : c’est pourquoi il change d’un chiffre à l’autre.
      </p>
    </Disclosure>
  </>
)
