// Asking for an account. Nothing exists for others to see until the mailbox is proved.
import { type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, formValues, readForm } from '../../platform/http/forms.ts'
import { readEmail } from './email.ts'
import { WELCOME } from './landing.ts'
import { slowDown } from './limits.ts'
import { asked, sendSignUpLink } from './links.ts'
import { nameErrors } from './names.ts'
import { safePath } from './session.ts'
import { MailSentPage, SignUpPage } from './sign-up.page.tsx'

export function signUpRoutes(platform: Platform) {
  const app = router()
  const title = 'Créer un compte'

  app.get('/creer-un-compte', (c) =>
    c.render(<SignUpPage values={formValues([])} errors={[]} suite={safePath(c.req.query('suite'), WELCOME)} />, {
      title,
      description: 'Une minute, sans mot de passe à inventer : un lien dans votre boîte aux lettres suffit.',
    }),
  )

  app.post('/creer-un-compte', async (c) => {
    const form = await readForm(c)
    const suite = safePath(form.get('suite'), WELCOME)
    const { email, errors: wrongEmail } = readEmail(form.get('courriel'), 'courriel')
    const [firstName, lastName] = [form.get('prenom'), form.get('nom')]
    const errors: FieldError[] = [...nameErrors(firstName, lastName), ...wrongEmail]
    if (form.get('accord') !== 'oui')
      errors.push({ field: 'accord', message: 'Cochez la case pour dire que vous avez compris ce que nous gardons.' })
    if (errors.length > 0) {
      c.status(422)
      return c.render(<SignUpPage values={form} errors={errors} suite={suite} />, { title: `À corriger : ${title}` })
    }
    await slowDown(platform, c, 'mails asked by a machine')
    await sendSignUpLink(platform, asked(platform, c, email, suite), { firstName, lastName })
    return c.render(<MailSentPage email={email} mailbox={platform.config.demo} />, {
      title: 'Regardez votre boîte aux lettres',
      robots: 'noindex',
    })
  })
  return app
}
