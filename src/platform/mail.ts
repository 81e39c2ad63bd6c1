// Mail: sent by the SMTP server of the settings; without one, kept in the database where a demonstration shows it.
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { Database, Queries } from './database/database.ts'
import { addJob, type Jobs } from './jobs.ts'

export type Mail = { to: string; subject: string; text: string }

export type Mailer = {
  /** Resolves once the server has taken the mail; throws when it refuses it or does not answer within 15 s. */
  send(mail: Mail): Promise<void>
}

/** Mails kept without a server: enough to follow a story, no more. */
const MOST_KEPT = 500
const PATIENCE = 15_000

export function createMailer({ config, database, now }: { config: Config; database: Database; now(): Date }): Mailer {
  if (config.smtpUrl === null) return keptMail(database, now)
  const transport = createTransport({
    url: config.smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Nothing that we send is a file or a page to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from: config.mailFrom, to: { name: '', address: to }, subject, text })
    },
  }
}

function keptMail(database: Database, now: () => Date): Mailer {
  return {
    async send({ to, subject, text }) {
      await database.run('insert into sent_mail (sent_at, recipient, subject, body) values ($1, $2, $3, $4)', [
        now(),
        to,
        subject,
        text,
      ])
      await database.run('delete from sent_mail where id <= (select max(id) from sent_mail) - $1', [MOST_KEPT])
    },
  }
}

export type KeptMail = { id: number; sent_at: Date; recipient: string; subject: string; body: string }

/** What a site without a mail server would have sent, latest first. */
export const keptMails = (database: Database, most = 50) =>
  database.rows<KeptMail>('select id, sent_at, recipient, subject, body from sent_mail order by id desc limit $1', [most])

const TASK = 'send-mail'

/** A mail that leaves once the transaction is kept, tried again until the server takes it. Exactly what is written with the deed it tells. */
export const queueMail = (db: Queries, mail: Mail) => addJob(db, TASK, mail, { maxAttempts: 12 })

export const mailJobs = ({ mail }: { mail: Mailer }): Jobs => ({
  tasks: { [TASK]: (letter) => mail.send(letter as Mail) },
  calendar: [],
})
