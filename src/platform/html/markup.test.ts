import { expect, test } from 'vitest'
import { html } from './markup.client.ts'

test('values are escaped, markup is not, lists are joined and null writes nothing', () => {
  const item = html`<b>${'1 < 2'}</b>`
  expect(html`<p title="${'"a" & \'b\''}">${[item, item]}${null}</p>`.markup).toBe(
    '<p title="&quot;a&quot; &amp; &#39;b&#39;"><b>1 &lt; 2</b><b>1 &lt; 2</b></p>',
  )
})

test('line breaks of the template go, spaces inside a line stay', () => {
  expect(
    html`
    <p>un deux ${3}</p>
    <p>fin</p>`.markup,
  ).toBe('<p>un deux 3</p><p>fin</p>')
})
