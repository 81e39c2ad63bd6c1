// Pieces that pages share: breadcrumb, disclosure, notice, steps, gauge. Pure: data in, HTML out.
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { type GaugeProps, gauge } from './gauge.client.ts'

/** Where this page stands. The home page is added in front. */
export const Breadcrumb: FC<{ trail?: { href: string; label: string }[]; here: string }> = ({ trail = [], here }) => (
  <nav class="fr-breadcrumb" aria-label="Vous êtes ici">
    <ol class="fr-breadcrumb__list">
      {[{ href: '/', label: 'Accueil' }, ...trail].map(({ href, label }) => (
        <li>
          <a class="fr-breadcrumb__link" href={href}>
            {label}
          </a>
        </li>
      ))}
      <li>
        <span class="fr-breadcrumb__link" aria-current="page">
          {here}
        </span>
      </li>
    </ol>
  </nav>
)

/** A part that opens on demand, without script: « Comment est-ce calculé ? ». Print shows it open when `printed` is set. */
export const Disclosure: FC<{ summary: string; open?: boolean; children?: unknown }> = ({ summary, open, children }) => (
  <details class="disclosure" open={open}>
    <summary>{summary}</summary>
    <div class="disclosure__body">{children}</div>
  </details>
)

/** A framed message. `info` by default; `success` for good news; `warning` asks for attention. */
export const Notice: FC<{ title: string; kind?: 'info' | 'success' | 'warning'; children?: unknown }> = ({
  title,
  kind = 'info',
  children,
}) => (
  <div class={`fr-alert fr-alert--${kind} fr-mb-3w`}>
    <p class="fr-alert__title">{title}</p>
    {children}
  </div>
)

/** Where one is in a sequence of screens. `step` counts from 1. */
export const Stepper: FC<{ step: number; steps: readonly string[] }> = ({ step, steps }) => (
  <div class="fr-stepper">
    <h1 class="fr-stepper__title">
      {steps[step - 1]}
      <span class="fr-stepper__state">{`Étape ${step} sur ${steps.length}`}</span>
    </h1>
    <div class="fr-stepper__steps" data-fr-current-step={step} data-fr-steps={steps.length}></div>
    {step < steps.length ? (
      <p class="fr-stepper__details">
        <span class="fr-text--bold">Étape suivante :</span> {steps[step]}
      </p>
    ) : null}
  </div>
)

/** A horizontal gauge of a share of 100, with its target marked: the same drawing as in the browser. */
export const Gauge: FC<GaugeProps> = (props) => raw(gauge(props).markup)
