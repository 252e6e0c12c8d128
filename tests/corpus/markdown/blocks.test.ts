import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/corpus/parse-article.ts'

const parse = async (text: string, file = 'notes.md') => (await parseArticle(file, text, '')).paragraphs
const texts = async (text: string) => (await parse(text)).map((paragraph) => paragraph.text)
const shown = async (text: string) =>
  (await parse(text)).filter(({ kind }) => kind === 'body' || kind === 'caption').map((paragraph) => paragraph.text)

describe('a paragraph of a Markdown article is a block', () => {
  test('with all its lines, wherever they end', async () => {
    expect(await texts('The ferry stopped in the fog.\nIts horn\nwas heard in Vila Nova.\n\nNobody was hurt.')).toEqual(
      ['The ferry stopped in the fog. Its horn was heard in Vila Nova.', 'Nobody was hurt.'],
    )
  })

  test('a list item has its continuation lines, and each item is one', async () => {
    const items =
      '- Bea Melo left the choir. She\n  sings alone now.\n- Ivo Reis stays so that he\ncan count the candles.\n'
    expect(await parse(`The choir has news.\n\n${items}`)).toMatchObject([
      { text: 'The choir has news.' },
      { form: 'item', kind: 'body', text: 'Bea Melo left the choir. She sings alone now.' },
      { form: 'item', kind: 'body', text: 'Ivo Reis stays so that he can count the candles.' },
    ])
  })

  test('an item names the sentence above its list, and an inner item its outer item', async () => {
    const paragraphs = await parse(
      'The harbour has two cranes:\n\n- the red one\n  1. built in Porto\n- the blue one\n\nBoth work.',
    )
    expect(paragraphs.map(({ introducedBy }) => introducedBy)).toEqual([undefined, 1, 2, 1, undefined])
  })

  test('only a sentence that ends in a colon introduces a list', async () => {
    const paragraphs = await parse('The harbour has two cranes.\n\n- the red one\n\n# Prices:\n\n- four euros')
    expect(paragraphs.map(({ introducedBy }) => introducedBy)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('a heading is one, underlined or not, and no other line is one if the text marks its headings', async () => {
    expect(
      await parse('Mill news\n=========\n\nThe mill turns\n\n## Prices ##\n\nA sack costs four euros'),
    ).toMatchObject([
      { kind: 'heading', text: 'Mill news' },
      { kind: 'body', text: 'The mill turns' },
      { kind: 'heading', text: 'Prices' },
      { kind: 'body', text: 'A sack costs four euros' },
    ])
  })

  test('a bold line is a heading, but not if it ends a sentence or asks', async () => {
    const paragraphs = await parse('**What we know**\n\nThe mill turns.\n\n**Who paid for it?**\n\nThe miller paid.')
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'body', 'body', 'body'])
  })

  test('a row of a table has its cells, and names its header row', async () => {
    const table = '|  | Small | Large |\n| :-- | --- | --: |\n| Berth | 4 € | 9 € |\n| Water | [free](/w) | **free** |'
    expect(await parse(`Below are the prices:\n\n${table}\n\nThey are of May.`)).toMatchObject([
      { kind: 'body' },
      { kind: 'heading', form: 'header', text: 'Small\u2003Large', introducedBy: 1 },
      { kind: 'body', form: 'row', text: 'Berth\u20034 €\u20039 €', introducedBy: 2 },
      { kind: 'body', form: 'row', text: 'Water\u2003free\u2003free', introducedBy: 2 },
      { kind: 'body', text: 'They are of May.' },
    ])
  })

  test('a definition is one, and names its term', async () => {
    expect(
      await parse('The mill has parts.\n\nWheel\n: It turns in\n  the river.\n\nStone\n: It grinds.\n: It rests.'),
    ).toMatchObject([
      { text: 'The mill has parts.' },
      { text: 'Wheel', kind: 'heading' },
      { text: 'It turns in the river.', kind: 'body', form: 'item', introducedBy: 2 },
      { text: 'Stone', kind: 'heading' },
      { text: 'It grinds.', introducedBy: 4 },
      { text: 'It rests.', introducedBy: 4 },
    ])
  })

  test('each paragraph of a block quote is one', async () => {
    expect(await parse('> The net holds.\n> All of it.\n>\n> Ana Lima')).toMatchObject([
      { form: 'quote', text: 'The net holds. All of it.' },
      { form: 'quote', text: 'Ana Lima' },
    ])
  })

  test('a note is no quote, and its type is no text of the article', async () => {
    expect(
      await parse('# Manual\n\n> [!warning]- Warning\n> The glass is hot.\n\n> [!TIP] Use the red switch.'),
    ).toMatchObject([
      { kind: 'heading' },
      { form: 'note', kind: 'boilerplate', text: 'Warning' },
      { form: 'note', kind: 'body', text: 'The glass is hot.' },
      { form: 'note', kind: 'body', text: 'Use the red switch.' },
    ])
  })
})

describe('the text of a block is what a reader sees', () => {
  test.each([
    [
      'links',
      'See [the *old* map](https://example.org/a_b "Map") and [the new one][n].\n\n[n]: https://example.org/2019/',
      'See the old map and the new one.',
    ],
    ['emphasis', 'It is **very** _old_, ~~new~~ and `as_it_is`.', 'It is very old, new and as_it_is.'],
    ['pictures', 'The mill ![a mill](mill.jpg) turns.', 'The mill turns.'],
    ['tags', 'The <span class="x">mill</span> turns<!-- no --> at <kbd>dawn</kbd>.', 'The mill turns at dawn.'],
    ['hidden elements', 'The mill <style>p { color: red }</style>turns<script>let a</script>.', 'The mill turns.'],
    ['character references', 'The mill&nbsp;turns &amp; sings &#8212; twice.', 'The mill\u00a0turns & sings — twice.'],
    ['escapes', 'It costs \\*four\\* euros.', 'It costs *four* euros.'],
    [
      'wiki links',
      'The [[Mills/Old#Who owns it?|owner]] of [[the mill]] and ![[mill.jpg]] sings.',
      'The owner of the mill and sings.',
    ],
    ['marks of notes', 'The mill turns[^1], and sings.[^b]\n\n[^b]: x', 'The mill turns, and sings.'],
    ['links to notes', 'The mill turns.[[3]](#note-3) It sings.[4](#n4)', 'The mill turns. It sings.'],
    ['highlights and comments', 'The ==old mill== turns %%really?%%at dawn. ^anchor-1', 'The old mill turns at dawn.'],
    ['shortcodes', 'The mill {{< ref "a_b" >}}turns {% now %}at {{ page.time }} dawn.', 'The mill turns at dawn.'],
    [
      'templates in addresses',
      'The [mill]({{< ref "mill.md" >}}) ![wheel]({{ site.url }}/w.jpg) turns [again]({% post_url 2018-02-01-mill %}) at <a href="{{ "/m" | url }}">dawn</a>.',
      'The mill turns again at dawn.',
    ],
    [
      'addresses with blanks',
      'The [mill](the mill.md) ![wheel](old wheel.jpg) turns (at dawn).',
      'The mill turns (at dawn).',
    ],
    ['links to nowhere', 'The [old mill][m] turns.', 'The old mill turns.'],
    [
      'expressions of note-taking programs',
      'The mill turns at `= this.place`, said <% tp.name %> nobody.',
      'The mill turns at , said nobody.',
    ],
    [
      'identifiers of blocks',
      'The mill of [[Rivers#^mill-1]] turns ((64f0a1b2-0c1d-4e2f-8a3b-123456789abc)) at dawn.',
      'The mill of Rivers turns at dawn.',
    ],
    ['raised and lowered signs', 'The mill grinds 10 m^3^ of H~2~O.', 'The mill grinds 10 m3 of H2O.'],
    ['pictograms in words', 'The mill :tada: turns at 10:30:15.', 'The mill turns at 10:30:15.'],
    ['citations', 'The mill turns [@roe2019, p. 3].', 'The mill turns.'],
    [
      'shortcodes of WordPress',
      '\\[caption id="a\\_1" width="300"\\][![w](w.jpg)](w.jpg) The mill turns.\\[/caption\\] \\[gallery ids="1,2"\\]',
      'The mill turns.',
    ],
    [
      'highlights of other programs',
      'The ::old mill:: turns; std::mill::turn does not.',
      'The old mill turns; std::mill::turn does not.',
    ],
    ['fields', 'Owner:: Jo Doe\nPlace:: Vila Nova, std::mill', 'Owner: Jo Doe Place: Vila Nova, std::mill'],
    [
      'fields in a line',
      'The mill (owner:: Jo Doe) turns [place:: Vila Nova].',
      'The mill Jo Doe turns place: Vila Nova.',
    ],
    ['attribute lists', 'The [mill](/m){:target="_blank"} turns.\n{: .lead}', 'The mill turns.'],
    ['components', 'The mill <Icon name={mill} /> turns <b onClick={go}>at dawn</b>.', 'The mill turns at dawn.'],
  ])('without %s', async (_, source, text) => {
    expect((await texts(source))[0]).toBe(text)
  })

  test('without the boxes of tasks, and with notes in the line', async () => {
    expect(await texts('- [x] Pay the miller\n- [ ] Call Ana[^1]\n\nThe mill turns.^[Not in May.]')).toEqual([
      'Pay the miller',
      'Call Ana',
      'The mill turns.[Not in May.]',
    ])
  })

  test('with the label of a wiki link in a table', async () => {
    expect((await texts('| Who | What |\n|---|---|\n| [[People/Ana|Ana]] | [[Mill]] |'))[1]).toBe('Ana\u2003Mill')
  })

  test('a template in code is text', async () => {
    expect(await texts('Write `{{date}}` for the day, and `[[x]]` for a link.')).toEqual([
      'Write {{date}} for the day, and [[x]] for a link.',
    ])
  })

  test('and a comment ends where it is closed; one that is never closed is text', async () => {
    expect(await texts('%% No. %%\n\n```\n%% code\n```\n\n%%\nIt stops.\n\n    %% It rests.')).toEqual([
      '%% code',
      'It rests.',
    ])
    expect(await texts('The mill turns.\n\n%%\nIt stops.\n\nIt rests.')).toEqual([
      'The mill turns.',
      '%% It stops.',
      'It rests.',
    ])
  })

  test('a hard line break is a line break', async () => {
    expect(await texts('The mill turns  \nat dawn\\\nand<br>at noon.')).toEqual([
      'The mill turns\nat dawn\nand\nat noon.',
    ])
  })
})

describe('what is no text of an article is never shown', () => {
  test.each([
    ['code', 'The mill turns.\n\n```sh\nmill turn\n```\n\n    mill stop\n'],
    [
      'highlighted code of site generators',
      'The mill turns.\n\n{% highlight ruby %}\nmill.turn\n\nmill.stop\n{% endhighlight %}',
    ],
    ['link definitions', 'The mill turns.\n\n[a]: https://example.org/2019/06/26/\n[b]: <https://example.org> "Title"'],
    ['comments', 'The mill turns.\n\n<!-- truncate\n\nThe mill stops. -->'],
    ['embedded pages', 'The mill turns.\n\n<iframe title="The mill stops" src="https://example.org"></iframe>'],
    ['imports', "import Mill from '@site/src/Mill.astro'\nimport './mill.css'\n\nThe mill turns."],
    ['imports on several lines', "import {\n  Mill,\n  Wheel,\n} from '../mill'\n\nThe mill turns."],
    ['long comments of notes', 'The mill turns.\n\n%% It stops.\n\nIt rests.\n%%'],
    ['comments of templates', 'The mill turns.\n\n{% comment %}\nIt stops.\n\nIt rests.\n{% endcomment %}'],
    ['abbreviations', 'The mill turns.\n\n*[MILL]: Machine that grinds\n*[B]: c'],
    ['link definitions with templates', 'The mill turns.\n\n[a]: {% post_url 2018-02-01-mill %}'],
    ['formulas', 'The mill turns.\n\n$$\n\\int_0^1 x dx\n$$'],
    ['properties of blocks', '- The mill turns.\n  id:: 64f0a1b2-0c1d-4e2f-8a3b-123456789abc\n  collapsed:: true'],
    [
      'embedded pages and files',
      '%[https://video.example/1]\n\n<<< @/mill.js\n\n@[code](../mill.ts)\n\nThe mill turns.\n\n[image:A1/mill.jpg]',
    ],
    ['places of contents', '[[toc]]\n\n[[_TOC_]]\n\nThe mill turns.'],
    ['exports', 'export const mill = {\n  turns: true,\n}\n\nThe mill turns.'],
    ['components', "<Tabs items={['a', 'b']} client:load />\n\nThe mill turns.\n\n</Tabs>"],
    ['fences of directives', ':::note\nThe mill turns.\n:::'],
    ['rules', 'The mill turns.\n\n* * *\n\n----'],
    ['tables of contents', 'The mill turns.\n\n[TOC]\n\n{:toc}'],
  ])('%s', async (_, source) => {
    expect(await shown(source)).toEqual(['The mill turns.'])
  })

  test('a sentence that says nothing without the code below it', async () => {
    expect(await shown('Gull shares tables.\n\nTo start it, type:\n\n```\ngull\n```\n\nIt runs.')).toEqual([
      'Gull shares tables.',
      'It runs.',
    ])
  })

  test('but text in HTML is, with its captions and headings', async () => {
    const html =
      '<figure>\n<img src="a.jpg"/>\n<figcaption>The <a href="/m">mill</a> at dawn</figcaption>\n</figure>\n\n' +
      '<h2 align="center">Prices</h2>\n\n<p>A sack costs<br>four euros.</p>\n\n<div hidden>No.</div>'
    expect(await parse(html)).toMatchObject([
      { kind: 'caption', text: 'The mill at dawn' },
      { kind: 'heading', text: 'Prices' },
      { kind: 'body', text: 'A sack costs\nfour euros.' },
    ])
  })

  test('and so are the titles of directives', async () => {
    expect(await texts(':::tip[Before dawn]\nThe mill turns.\n:::\n\n!!! note "At noon"\n    It rests.')).toEqual([
      'Before dawn',
      'The mill turns.',
      'At noon',
      'It rests.',
    ])
  })
})

describe('a block of plain words has its place in the file', () => {
  test.each(['\n', '\r\n'])('with line ends %j', async (end) => {
    const file = [
      '---',
      'title: Mill',
      '---',
      '',
      '# Mill',
      '',
      '- The mill turns.',
      '',
      'It *rests*.',
      '',
      'It sings.',
    ].join(end)
    const paragraphs = await parse(file)
    expect(
      paragraphs.map(({ fileStart, fileEnd }) => fileStart !== null && file.slice(fileStart, fileEnd ?? 0)),
    ).toEqual(['Mill', 'The mill turns.', false, 'It sings.'])
  })
})
