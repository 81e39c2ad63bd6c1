// Mail through a real SMTP conversation, on this machine.

import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { testPlatform } from '../../tools/testing/platform.ts'

const PUBLIC = 'https://ma-cantine.example'

/** A mail server that takes everything and keeps what it was told; or refuses every recipient. */
async function mailServer(refuse = false) {
  const heard: string[] = []
  const server = createServer((socket) => {
    let inData = false
    socket.setEncoding('utf8')
    socket.write('220 test\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').filter((one) => one !== '')) {
        heard.push(line)
        if (inData) {
          if (line === '.') {
            inData = false
            socket.write('250 kept\r\n')
          }
        } else if (/^DATA/i.test(line)) {
          inData = true
          socket.write('354 go on\r\n')
        } else if (/^RCPT/i.test(line)) socket.write(refuse ? '550 no such mailbox\r\n' : '250 ok\r\n')
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { heard, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true` }
}

const LETTER = {
  to: 'camille@exemple.fr',
  subject: 'Bonjour à vous',
  text: 'Un mot.\n\nhttps://ma-cantine.example/lien?jeton=abc',
}

test('with a mail server, mails leave and nothing is kept here', async () => {
  const { heard, url } = await mailServer()
  const platform = await testPlatform({ SMTP_URL: url, PUBLIC_URL: PUBLIC, MAIL_FROM: 'ma cantine <robot@ma-cantine.example>' })
  onTestFinished(() => platform.database.close())
  await platform.mail.send(LETTER)
  const said = heard.join('\n')
  expect(said).toContain('MAIL FROM:<robot@ma-cantine.example>')
  expect(said).toContain('RCPT TO:<camille@exemple.fr>')
  expect(said).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(await platform.database.rows('select * from sent_mail')).toEqual([])
})

test('a refused mail is an error; an address never becomes two, nor a subject a header', async () => {
  const refusing = await mailServer(true)
  const platform = await testPlatform({ SMTP_URL: refusing.url, PUBLIC_URL: PUBLIC })
  onTestFinished(() => platform.database.close())
  await expect(platform.mail.send(LETTER)).rejects.toThrow()
  const { heard, url } = await mailServer()
  const other = await testPlatform({ SMTP_URL: url, PUBLIC_URL: PUBLIC })
  onTestFinished(() => other.database.close())
  await other.mail.send({ ...LETTER, to: 'a@exemple.fr, b@exemple.fr', subject: 'Oui\r\nBcc: c@exemple.fr' }).catch(() => {})
  expect(heard.filter((line) => /^RCPT/i.test(line)).length).toBeLessThanOrEqual(1)
  expect(heard.some((line) => /^Bcc:/i.test(line))).toBe(false)
})
